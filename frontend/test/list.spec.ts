import { expect, type Page } from '@playwright/test';
import { someone, untilLive } from './support/people.ts';
import { test } from './support/test.ts';
import { openTicket, uniqueSubject } from './support/tickets.ts';

function rows(page: Page) {
  return page.getByRole('table', { name: 'Tickets' }).getByRole('row');
}

test('filters and sorting live in the address, and the back button undoes them', async ({ browser }) => {
  const page = await someone(browser, 'agent@harbor.test', '/tickets');
  await page.getByText('Status', { exact: true }).first().click();
  await page.getByRole('checkbox', { name: 'Pending' }).check();
  await page.getByRole('checkbox', { name: 'Hold' }).check();
  await page.getByRole('button', { name: 'Apply' }).first().click();
  await expect(page).toHaveURL('/tickets?status=pending,hold');
  const statuses = await page.locator('tbody td:nth-child(4)').allTextContents();
  expect(new Set(statuses)).toEqual(new Set(['Pending', 'Hold']));
  await page.getByRole('link', { name: 'No.' }).click();
  await expect(page).toHaveURL('/tickets?status=pending,hold&sort=-number');
  await expect(page.getByRole('columnheader', { name: 'No.' })).toHaveAttribute('aria-sort', 'descending');
  await page.goBack();
  await expect(page).toHaveURL('/tickets?status=pending,hold');
  await page.goBack();
  await expect(page).toHaveURL('/tickets');
  await page.goto('/tickets?tag=no-such-tag');
  await expect(page.getByRole('heading', { name: 'No ticket matches' })).toBeVisible();
  await page.getByRole('link', { name: 'Clear filters' }).last().click();
  await expect(rows(page)).toHaveCount(26);
});

test('pages follow each other without repeating a ticket', async ({ browser }) => {
  const page = await someone(browser, 'agent@harbor.test', '/tickets?sort=number');
  const first = await rows(page).nth(1).textContent();
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(rows(page).nth(1)).not.toHaveText(first ?? '');
  await page.getByRole('link', { name: 'First page' }).click();
  await expect(rows(page).nth(1)).toHaveText(first ?? '');
});

test('rows stand still under the pointer while new tickets wait behind a pill', async ({ browser }) => {
  const watcher = await someone(browser, 'agent@nusantara.test', '/tickets?sort=-createdAt');
  await watcher.getByRole('row').nth(3).hover();
  await expect(watcher.getByText('Langsung', { exact: true })).toBeVisible();
  const first = watcher.getByRole('row').nth(1);
  const before = await first.getByRole('link').textContent();
  const writer = await someone(browser, 'both@harbor.test');
  const isThere = (await writer.getByRole('button', { name: 'switch workspace' }).getAttribute('aria-label'))?.includes('Dapur');
  if (!isThere) {
    await writer.getByRole('button', { name: 'switch workspace' }).click();
    await writer.getByRole('button', { name: 'Dapur Nusantara' }).last().click();
    await expect(writer.getByRole('button', { name: 'Dapur Nusantara, switch workspace' })).toBeVisible();
  }
  const subject = uniqueSubject('Comes while one looks');
  await openTicket(writer, subject);
  const pill = watcher.getByRole('button', { name: /1 baru/ });
  await expect(pill).toBeVisible();
  await expect(first.getByRole('link')).toHaveText(before ?? '');
  await pill.click();
  await expect(first.getByRole('link')).toHaveText(subject);
});

test('keys: j and k along the rows, Enter opens, / finds by number, c creates, ? lists them', async ({ browser }) => {
  const page = await someone(browser, 'agent@harbor.test', '/tickets?sort=number');
  await untilLive(page);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = rows(page).nth(2).getByRole('link');
  await expect(second).toBeFocused();
  await page.keyboard.press('k');
  await expect(rows(page).nth(1).getByRole('link')).toBeFocused();
  const number = await rows(page).nth(1).getByRole('cell').nth(1).textContent();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tickets\/[0-9a-f-]{36}$/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Next row');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.goto('/tickets');
  await untilLive(page);
  await page.keyboard.press('/');
  await page.keyboard.type(number ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tickets\/[0-9a-f-]{36}$/);
  await page.goto('/tickets');
  await untilLive(page);
  await page.keyboard.press('c');
  await expect(page).toHaveURL('/tickets/new');
});
