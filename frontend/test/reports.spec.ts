import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { someone } from './support/people.ts';
import { test } from './support/test.ts';

test('a report’s period is in the address, and its figures lead to the lists behind them', async ({ browser }) => {
  const page = await someone(browser, 'viewer@harbor.test', '/reports', { javaScriptEnabled: false });
  await page.getByRole('link', { name: '90 days' }).click();
  await expect(page).toHaveURL(/from=.*to=/);
  await expect(page.getByRole('link', { name: '90 days' })).toHaveAttribute('aria-current', 'true');
  await page.getByText('As a table').click();
  await expect(page.getByRole('table', { name: 'Tickets by day' }).getByRole('row')).toHaveCount(91);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'By agent as a CSV file' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^tickets-times-by-agent-.*\.csv$/);
  expect(await readFile(await file.path(), 'utf8')).toMatch(/,Tom Becker,\d/);
  const agents = page.getByRole('table', { name: 'By agent' });
  await expect(agents.getByRole('rowheader', { name: 'Tom Becker' })).toBeVisible();
  const created = agents.getByRole('row', { name: /Tom Becker/ }).getByRole('link').first();
  const count = Number(await created.textContent());
  await created.click();
  await expect(page).toHaveURL(/\/tickets\?filter=/);
  expect(count).toBeGreaterThan(0);
});
