import { expect, type Page } from '@playwright/test';
import { signIn, someone, untilLive } from './support/people.ts';
import { test } from './support/test.ts';
import { openTicket, uniqueSubject } from './support/tickets.ts';

/** Tickets of one's own, found by a tag that nobody else uses. */
async function ticketsOf(page: Page, count: number): Promise<string> {
  const tag = `t${Date.now()}${count}`;
  for (let n = 0; n < count; n += 1) await openTicket(page, uniqueSubject(`Selected ${n}`), { Tags: tag });
  await page.goto(`/tickets?tag=${tag}`);
  return tag;
}

test('tickets are selected by key and pointer and changed together, with what was refused and why', async ({ browser }) => {
  const page = await someone(browser, 'agent@harbor.test');
  await ticketsOf(page, 3);
  await untilLive(page);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.getByRole('checkbox', { name: /^Select ticket/ }).nth(2).click({ modifiers: ['Shift'] });
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('3 selected')).toBeHidden();
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('button', { name: 'Solve', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '3 refused' })).toBeVisible();
  await page.getByRole('link', { name: 'See why' }).click();
  await expect(page.getByRole('heading', { name: '3 refused' })).toBeVisible();
  await expect(page.getByText('Nobody is assigned to it.').first()).toBeVisible();
  await page.goBack();
  await page.getByRole('checkbox', { name: /^Select ticket/ }).first().check();
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  await page.getByRole('group', { name: 'Assign' }).getByRole('button', { name: 'Me', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 changed' })).toBeVisible();
  await expect(page.getByTitle('Tom Becker').first()).toBeVisible();
  await page.getByRole('checkbox', { name: /^Select ticket/ }).nth(1).check();
  await page.getByRole('button', { name: 'Team', exact: true }).click();
  await page.getByRole('group', { name: 'Team' }).getByRole('button', { name: 'Orders' }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 changed' })).toBeVisible();
});

test('a file of contacts is looked through, imported, and found again', async ({ browser }) => {
  const page = await someone(browser, 'agent@harbor.test', '/contacts/import');
  await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('email\nnobody@x.example\n') });
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'No column is called' })).toBeVisible();
  const name = `Imported ${Date.now()}`;
  const csv = `name,email,mood\n${name},i${Date.now()}@x.example,x\nBad,nowhere,x\n`;
  await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByText('Columns that mean nothing here and are left out: mood')).toBeVisible();
  await expect(page.getByRole('cell', { name: '3 · Bad' })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download refused rows' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^refused-rows-.*\.csv$/);
  await page.getByRole('button', { name: 'Import 1 contact' }).click();
  await expect(page.getByText('Added')).toBeVisible();
  await page.goto('/operations');
  await expect(page.getByRole('link', { name: 'Import of contacts' }).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('tickets are changed together, and a whole list after a question', async ({ page }) => {
    await signIn(page, 'agent@harbor.test');
    const tag = await ticketsOf(page, 2);
    await page.getByRole('checkbox', { name: /^Select ticket/ }).first().check();
    await page.getByRole('button', { name: 'Priority', exact: true }).click();
    await page.getByRole('group', { name: 'Priority' }).getByRole('button', { name: 'High' }).click();
    await expect(page.getByRole('status').filter({ hasText: '1 changed' })).toBeVisible();
    await page.goto(`/tickets/bulk?matching=${encodeURIComponent(`tag=${tag}`)}&priority=urgent&teamId=`);
    await expect(page.getByText('Take from their team')).toBeVisible();
    await page.getByRole('button', { name: 'Change 2 tickets' }).click();
    await expect(page.getByRole('heading', { name: 'Change of tickets' })).toBeVisible();
    await expect(page.getByText('Done')).toBeVisible({ timeout: 15_000 });
  });
});
