import { expect } from '@playwright/test';
import { test } from './support/test.ts';

test('visitors read the browser’s language, members their own', async ({ browser }) => {
  const page = await (await browser.newContext({ locale: 'id-ID' })).newPage();
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'id-ID');
  await page.getByLabel('Surel').fill('agent@nusantara.test');
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill('kontor-demo-2026');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Beranda' })).toBeVisible();
  await page.getByRole('link', { name: 'Tiket', exact: false }).first().click();
  await expect(page.getByRole('columnheader', { name: 'Perihal' })).toBeVisible();
  await page.getByRole('link', { name: 'Tiket baru' }).click();
  await page.getByRole('button', { name: 'Buat tiket' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'perlu diperbaiki' })).toBeVisible();
});
