import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { someone } from './support/people.ts';
import { test } from './support/test.ts';

test('an owner looks who signed in, day by day and without JavaScript, and takes the list along', async ({ browser }) => {
  const page = await someone(browser, 'owner@harbor.test', '/settings/audit', { javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
  const log = page.getByRole('table', { name: 'Audit log' });
  await page.getByRole('combobox', { name: 'What' }).selectOption('Signed in');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/action=signed_in/);
  await expect(log.getByText('Signed in').first()).toBeVisible();
  await expect(log.getByText('127.0.0.1').first()).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download CSV' }).click()]);
  expect(file.suggestedFilename()).toMatch(/^audit-.*\.csv$/);
  expect(await readFile(await file.path(), 'utf8')).toMatch(/,signed_in,user,/);
  await page.getByLabel('From day').fill('2020-01-01');
  await page.getByLabel('To day').fill('2020-01-02');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('No entries')).toBeVisible();
  await page.getByRole('link', { name: 'Clear filters' }).first().click();
  await expect(log).toBeVisible();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
});

test('it is not for agents', async ({ browser }) => {
  const page = await someone(browser, 'agent@harbor.test', '/settings');
  await expect(page.getByRole('link', { name: 'Audit log' })).toHaveCount(0);
  await page.goto('/settings/audit');
  await expect(page.getByText('Audit log')).toHaveCount(0);
});
