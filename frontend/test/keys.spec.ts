import { expect, type Page } from '@playwright/test';
import { someone, untilLive } from './support/people.ts';
import { test } from './support/test.ts';
import { conversation, openTicket, uniqueSubject } from './support/tickets.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const focused = (page: Page) => page.locator(':focus');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search', exact: true });

interface Use {
  /** `ticket` is a new one of its own. */
  on: string;
  /** Pressed before. */
  first?: string[];
  done: (page: Page) => Promise<void>;
}

/** What each key does where it does something. */
const USES: Record<string, Use> = {
  'Ctrl K': { on: '/', done: (page) => expect(dialog(page).getByRole('combobox')).toBeFocused() },
  '/': { on: '/', done: (page) => expect(search(page)).toBeFocused() },
  j: { on: '/tickets', done: (page) => expect(focused(page)).toHaveAttribute('data-row') },
  k: { on: '/tickets', first: ['j', 'j'], done: (page) => expect(page.locator('[data-row]').first()).toBeFocused() },
  x: { on: '/tickets', first: ['j'], done: (page) => expect(page.locator('tbody input[type="checkbox"]:checked')).toHaveCount(1) },
  Enter: { on: '/tickets', first: ['j'], done: (page) => expect(page).toHaveURL(/\/tickets\/[0-9a-f-]{36}/) },
  c: { on: '/tickets', done: (page) => expect(page).toHaveURL('/tickets/new') },
  r: { on: 'ticket', first: ['n', 'Esc'], done: (page) => expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused() },
  n: { on: 'ticket', done: (page) => expect(page.getByRole('textbox', { name: 'Internal note' })).toBeFocused() },
  a: { on: 'ticket', done: (page) => expect(conversation(page)).toContainText('assigned it to Mara Klein') },
  e: { on: 'ticket', done: (page) => expect(page).toHaveURL(/edit=subject/) },
  s: { on: 'ticket', done: (page) => expect(page.getByRole('alert').filter({ hasText: 'Assign the ticket' })).toBeVisible() },
  m: { on: 'ticket', done: (page) => expect(page).toHaveURL(/\/merge$/) },
  'Ctrl Enter': {
    on: 'ticket',
    first: ['n', 'typed'],
    done: (page) => expect(conversation(page)).toContainText('typed'),
  },
  Esc: { on: '/', first: ['/'], done: (page) => expect(search(page)).not.toBeFocused() },
  '?': { on: '/', done: (page) => expect(dialog(page)).toContainText('Next row') },
};

async function press(page: Page, key: string): Promise<void> {
  if (key === 'typed') return page.getByRole('textbox', { name: 'Internal note' }).fill('typed');
  await page.keyboard.press(key.replace('Ctrl ', 'Control+').replace(/\+([A-Z])$/, (_, letter: string) => `+${letter.toLowerCase()}`).replace('Esc', 'Escape'));
}

test('each key of the list does what it says', async ({ browser }) => {
  test.setTimeout(90_000);
  const page = await someone(browser, 'owner@harbor.test', '/keys');
  const listed = await page.getByRole('main').locator('dt').evaluateAll((keys) => keys.map((key) => [...key.querySelectorAll('kbd')].map(({ textContent }) => textContent).join(' ')));
  expect(listed.length).toBeGreaterThan(10);
  for (const key of listed) {
    const use = USES[key];
    expect(use, `what ${key} does`).toBeDefined();
    if (use!.on === 'ticket') await openTicket(page, uniqueSubject('Pressed'));
    else await page.goto(use!.on);
    await untilLive(page);
    for (const before of use!.first ?? []) await press(page, before);
    await press(page, key);
    await use!.done(page);
  }
});

test('j and k go from ticket to ticket along the list that one came from, as it stood', async ({ browser }) => {
  const page = await someone(browser, 'agent@harbor.test', '/tickets?status=open&sort=number');
  await untilLive(page);
  const hrefs = await page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('href')!));
  await page.locator('[data-row]').first().click();
  await expect(page).toHaveURL(hrefs[0]!);
  await expect(page.getByRole('link', { name: 'Previous ticket in the list' })).toBeDisabled();
  await page.getByRole('link', { name: 'Next ticket in the list' }).click();
  await expect(page).toHaveURL(hrefs[1]!);
  await untilLive(page);
  await page.keyboard.press('j');
  await expect(page).toHaveURL(hrefs[2]!);
  await untilLive(page);
  await page.keyboard.press('k');
  await expect(page).toHaveURL(hrefs[1]!);
  await page.locator('header').getByRole('link', { name: 'Tickets', exact: true }).click();
  await expect(page).toHaveURL('/tickets?status=open&sort=number');
});
