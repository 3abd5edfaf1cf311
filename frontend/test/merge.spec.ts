import { expect, type Page } from '@playwright/test';
import { signIn, someone } from './support/people.ts';
import { test } from './support/test.ts';
import { conversation, openTicket, uniqueSubject } from './support/tickets.ts';

/** Two tickets with a message each; the browser is on the second. */
async function twoTickets(page: Page): Promise<{ first: string; second: string; words: string }> {
  const words = uniqueSubject('Fridge');
  await openTicket(page, `${words} one`, { Message: 'It hums.' });
  const first = new URL(page.url()).pathname;
  await openTicket(page, `${words} two`, { Message: 'It hums again.' });
  return { first, second: new URL(page.url()).pathname, words };
}

async function mergeAndUndo(page: Page): Promise<void> {
  const { first, words } = await twoTickets(page);
  await page.getByRole('link', { name: 'Merge' }).click();
  const search = page.getByRole('searchbox', { name: 'Number, words or requester' });
  await search.fill(`${words} one`);
  await search.press('Enter');
  await page.getByRole('link', { name: `${words} one` }).click();
  await expect(page.getByRole('heading', { name: 'Goes on' })).toBeVisible();
  await page.getByRole('button', { name: /^Merge into \d+$/ }).click();
  await expect(page).toHaveURL(new RegExp(`${first}\\?merged=`));
  await expect(conversation(page)).toContainText('It hums again.');
  await expect(page.getByRole('status').filter({ hasText: 'was merged into this ticket' })).toBeVisible();
  await page.getByRole('status').filter({ hasText: 'was merged' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${words} two` })).toBeVisible();
  await expect(conversation(page)).toContainText('It hums again.');
  await expect(conversation(page)).toContainText('undid the merge');
  await page.goto(first);
  await expect(conversation(page)).not.toContainText('It hums again.');
}

async function splitAndUndo(page: Page): Promise<void> {
  const words = uniqueSubject('Two matters');
  await openTicket(page, words, { Message: 'About the oven.' });
  await page.getByRole('textbox', { name: 'Reply' }).fill('And about the van.');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(conversation(page)).toContainText('And about the van.');
  await page.getByRole('link', { name: 'Split' }).click();
  await page.getByLabel('Subject of the new ticket').fill(`${words}, the van`);
  await page.getByRole('button', { name: 'Split' }).click();
  await expect(page.getByText('Fill this in.').first()).toBeVisible();
  await page.getByRole('checkbox', { name: 'And about the van.' }).check();
  await page.getByRole('button', { name: 'Split' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${words}, the van` })).toBeVisible();
  await expect(conversation(page)).toContainText('And about the van.');
  await page.getByRole('status').filter({ hasText: 'Split off' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { level: 1, name: words, exact: true })).toBeVisible();
  await expect(conversation(page)).toContainText('And about the van.');
}

test('two tickets become one and two again', async ({ browser }) => {
  await mergeAndUndo(await someone(browser, 'agent@harbor.test'));
});

test('a ticket becomes two and one again', async ({ browser }) => {
  await splitAndUndo(await someone(browser, 'agent@harbor.test'));
});

test('tickets are linked by number and unlinked', async ({ browser }) => {
  const page = await someone(browser, 'agent@harbor.test');
  const { first, words } = await twoTickets(page);
  await page.goto(first);
  const number = (await page.title()).split(' ')[0]!;
  await openTicket(page, `${words} three`);
  await page.getByText('Link a ticket').click();
  await page.getByLabel('The other ticket is').selectOption('Parent');
  await page.getByLabel('Ticket number').fill(number);
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(conversation(page)).toContainText(`made ${number} its parent`);
  await page.getByRole('button', { name: `Remove the link to ${number}` }).click();
  await expect(conversation(page)).toContainText(`removed its parent ${number}`);
});

test('a field of the workspace’s own is made, filled in on a ticket, and archived', async ({ browser }) => {
  const page = await someone(browser, 'owner@nusantara.test', '/settings/fields/new', { locale: 'en-GB' });
  const key = `f${Date.now()}`;
  await page.locator('[name=label]').fill(key);
  await page.locator('[name=key]').fill(key);
  await page.locator('[name=kind]').selectOption('choice');
  await page.locator('[name=options]').fill('North\nSouth');
  await page.locator('form:has([name=key]) button[type=submit]').click();
  await expect(page).toHaveURL(/\/settings\/fields$/);
  await page.goto('/tickets');
  await page.locator('tbody a[href^="/tickets/"]').first().click();
  const form = page.getByRole('form', { name: key });
  await form.getByRole('combobox').selectOption('South');
  await expect(page.locator('main')).toContainText(new RegExp(`${key}.*South`));
  await page.goto('/settings/fields');
  await page.getByRole('link', { name: key }).click();
  await page.locator('form:has([name=archived]) button').click();
  await expect(page.locator('[name=archived]')).toHaveValue('false');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('two tickets become one and two again', async ({ page }) => {
    await signIn(page, 'agent@harbor.test');
    await mergeAndUndo(page);
  });

  test('a ticket becomes two and one again', async ({ page }) => {
    await signIn(page, 'agent@harbor.test');
    await splitAndUndo(page);
  });
});
