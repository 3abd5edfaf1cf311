import { expect, type Page } from '@playwright/test';
import { someone, untilLive } from './support/people.ts';
import { test } from './support/test.ts';
import { conversation, openTicket, uniqueSubject } from './support/tickets.ts';

async function openPalette(page: Page) {
  await untilLive(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  return palette;
}

let count = 0;

/** Adds a contact with a name of its own. */
async function addContact(page: Page): Promise<string> {
  count += 1;
  const name = `Zora Fundort${process.pid}x${count}`;
  await page.goto('/contacts/new');
  await page.getByLabel('Name').first().fill(name);
  await page.getByRole('button', { name: 'Add contact' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  return name;
}

test('the palette goes to pages, does what the page offers, and finds tickets and contacts, by keyboard alone', async ({ browser }) => {
  const page = await someone(browser, 'agent@harbor.test');
  await openPalette(page);
  await page.keyboard.type('new tick');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/tickets/new');
  const subject = uniqueSubject('Found by its number');
  await openTicket(page, subject);
  const number = /\d+/.exec(await page.title())?.[0] ?? '';

  const palette = await openPalette(page);
  await page.keyboard.type('assign me');
  await expect(palette.getByRole('option')).toHaveText([/Assign to me/]);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(conversation(page)).toContainText('assigned it to Tom Becker');

  await page.goto('/contacts');
  await openPalette(page);
  await page.keyboard.type(number);
  await expect(palette.getByRole('group', { name: 'Tickets' }).getByRole('option')).toContainText(['Found by its number']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Found by its number/ })).toBeVisible();

  await openPalette(page);
  await page.keyboard.type(subject.toLowerCase());
  await expect(palette.getByRole('group', { name: 'Tickets' }).getByRole('option').first()).toContainText(subject);
  await page.keyboard.press('Escape');

  const name = await addContact(page);
  await page.goto('/people');
  await openPalette(page);
  await page.keyboard.type(name.toLowerCase());
  await expect(palette.getByRole('group', { name: 'Contacts' }).getByRole('option')).toContainText([name]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/contacts\/[0-9a-f-]{36}$/);

  await openPalette(page);
  await page.keyboard.type('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await openPalette(page);
  await page.keyboard.type('theme sys');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).not.toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('the palette offers a viewer nothing that a viewer may not do, and closes by Escape', async ({ browser }) => {
  const page = await someone(browser, 'viewer@harbor.test', '/tickets');
  const palette = await openPalette(page);
  await expect(palette.getByRole('option', { name: 'People' })).toBeVisible();
  await expect(palette.getByRole('option', { name: /New ticket|New contact/ })).toHaveCount(0);
  await page.keyboard.type('xyzzy no such thing');
  await expect(palette.getByRole('status')).toContainText('Nothing fits');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the field on top finds contacts by words and a ticket by its number', async ({ browser }) => {
    const page = await someone(browser, 'agent@harbor.test', '/tickets?sort=number', { javaScriptEnabled: false });
    const name = await addContact(page);
    const search = page.getByRole('searchbox', { name: 'Search', exact: true });
    await search.fill(name);
    await search.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=Zora/);
    await expect(page.getByRole('main').getByRole('link', { name })).toBeVisible();
    await search.fill('xyzzy');
    await search.press('Enter');
    await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
    await page.goto('/tickets?sort=number');
    const first = page.getByRole('row').nth(1);
    const [number, subject] = [await first.getByRole('cell').nth(1).textContent(), await first.getByRole('link').first().textContent()];
    await search.fill(`#${number}`);
    await search.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: subject ?? '' })).toBeVisible();
  });
});
