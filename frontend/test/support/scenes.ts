import { expect, type Page } from '@playwright/test';
import { PASSWORD } from './people.ts';

/** A state of a page worth a picture of its own: what is open, chosen, written or refused. */
export interface Scene {
  name: string;
  /** The route it is on, as its folders name it, or an address. */
  on: string;
  open?: (page: Page) => Promise<void>;
  /** Seen by an agent, who is told more than the owner. */
  isAgents?: boolean;
  /** No wider than this. */
  to?: number;
}

const CSV = 'name,email,phone,mood\nAnke Petersen,anke@nord.example,,good\nNo address at all,nowhere,,\n,,,\nLotte Brandt,lotte@brandt.example,12,\n';

const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });
const rows = (page: Page) => page.getByRole('checkbox', { name: /^Select ticket/ });

/** Opens the menu or the filter that bears these words. */
const unfold = (words: string | RegExp) => async (page: Page) => {
  await page.locator('summary').filter({ hasText: words }).first().click();
};

async function write(page: Page, text: string): Promise<void> {
  await reply(page).click();
  await page.keyboard.type(text);
}

async function select(page: Page): Promise<void> {
  for (const row of [0, 1, 3]) await rows(page).nth(row).check({ force: true });
  await expect(page.getByText('3 selected')).toBeVisible();
}

export const SCENES: Scene[] = [
  { name: 'tickets-board', on: '/tickets?layout=board' },
  { name: 'tickets-nothing-fits', on: '/tickets?q=xyzzy' },
  { name: 'tickets-filter-open', on: '/tickets', open: unfold('Status') },
  { name: 'tickets-selected', on: '/tickets', open: select },
  {
    name: 'tickets-bulk-assign',
    on: '/tickets',
    open: async (page) => {
      await select(page);
      await page.getByRole('button', { name: 'Assign', exact: true }).click();
    },
  },
  { name: 'tickets-bulk-question', on: '/tickets/bulk?matching=status%3Dopen&priority=urgent' },
  { name: 'search-found', on: '/search?q=oven' },
  { name: 'notifications-all', on: '/notifications?filter=all', isAgents: true },
  {
    name: 'new-ticket-refused',
    on: '/tickets/new',
    open: async (page) => {
      await page.getByLabel('Requester').fill('Nobody of this name');
      await page.getByRole('button', { name: 'Create ticket' }).click();
      await page.getByRole('alert').filter({ hasText: 'attention' }).waitFor();
    },
  },
  {
    name: 'ticket-files',
    on: '/tickets/[id]',
    open: async (page) => {
      const files = [
        { name: 'menu-week-48.csv', mimeType: 'text/csv', buffer: Buffer.from('day,dish\nMonday,pasta\n') },
        { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
      ];
      await write(page, 'Here is the list for next week.');
      await page.locator('input[type="file"]').first().setInputFiles(files);
      await page.getByText('drawing.svg').first().waitFor();
    },
  },
  {
    name: 'ticket-mention',
    on: '/tickets/[id]',
    open: async (page) => {
      await page.getByRole('radio', { name: 'Internal note' }).check({ force: true });
      await page.getByRole('textbox', { name: 'Internal note' }).click();
      await page.keyboard.type('Can you swap it, @');
      await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
    },
  },
  {
    name: 'ticket-canned',
    on: '/tickets/[id]',
    open: async (page) => {
      await write(page, '/');
      await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
    },
  },
  { name: 'ticket-subject', on: '/tickets/[id]?edit=subject' },
  {
    name: 'palette',
    on: '/tickets',
    open: async (page) => {
      await page.getByText('Live', { exact: true }).waitFor({ state: 'attached' });
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog', { name: 'Command palette' }).getByRole('combobox').waitFor();
      await page.keyboard.type('oven');
      await page.getByRole('group', { name: 'Tickets' }).getByRole('option').first().waitFor();
    },
  },
  {
    name: 'menu-of-a-person',
    on: '/tickets',
    open: async (page) => {
      const menu = page.getByRole('button', { name: 'Open menu' });
      if (await menu.isVisible()) await menu.click();
      await page.getByRole('button', { name: 'account menu' }).click();
    },
  },
  {
    name: 'more-on-a-page',
    on: '/contacts',
    to: 1023,
    open: (page) => page.getByRole('button', { name: 'More', exact: true }).click(),
  },
  {
    name: 'menu-of-a-phone',
    on: '/tickets',
    to: 767,
    open: (page) => page.getByRole('button', { name: 'Open menu' }).click(),
  },
  {
    name: 'two-factor-set-up',
    on: '/two-factor',
    open: async (page) => {
      await page.getByRole('textbox', { name: 'password' }).fill(PASSWORD);
      await page.getByRole('main').locator('button[type="submit"]').first().click();
      await page.locator('input[name="code"]').waitFor();
    },
  },
  {
    name: 'dialog',
    on: '/account',
    open: async (page) => {
      await page.getByRole('link', { name: 'Leave workspace' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Leave workspace' }).click();
      await page.getByRole('dialog').getByRole('alert').waitFor();
    },
  },
  {
    name: 'invitation-made',
    on: '/people/invite',
    open: async (page) => {
      await page.getByLabel('E-mail').fill(`somebody-${Date.now()}@kitchen.example`);
      await page.getByRole('button', { name: 'Make invitation' }).click();
      await page.getByRole('textbox', { name: 'Invitation link' }).waitFor();
    },
  },
  {
    name: 'import-looked-through',
    on: '/contacts/import',
    open: async (page) => {
      await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) });
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page.getByRole('link', { name: 'Download refused rows' }).waitFor();
    },
  },
  {
    name: 'import-refused',
    on: '/contacts/import',
    open: async (page) => {
      await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('colour\nred\n') });
      await page.getByRole('button', { name: 'Check the file' }).click();
      await page.getByRole('alert').filter({ hasText: 'column' }).waitFor();
    },
  },
];
