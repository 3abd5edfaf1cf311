import { expect } from '@playwright/test';
import { someone, untilLive } from './support/people.ts';
import { test } from './support/test.ts';

test('a session that is ended elsewhere is sent to the sign-in', async ({ browser }) => {
  const here = await someone(browser, 'viewer@harbor.test', '/account', { userAgent: 'Here Firefox/1 Windows' });
  const there = await someone(browser, 'viewer@harbor.test', '/tickets', { userAgent: 'There Edg/1 Android' });
  await untilLive(there);
  await here.reload();
  const entry = here.getByRole('list', { name: 'Sessions' }).getByRole('listitem').filter({ hasText: 'Edge, Android' });
  const before = await entry.count();
  await entry.first().getByRole('button', { name: 'End session' }).click();
  await expect(entry).toHaveCount(before - 1);
  await expect(there.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 8_000 });
  await expect(there).toHaveURL(/next=%2Ftickets/);
});

test('language, theme and zone are kept and at once in force', async ({ browser }) => {
  const page = await someone(browser, 'emre@harbor.test', '/account');
  const form = page.getByRole('form').first();
  await form.getByLabel('Theme').selectOption('dark');
  await form.getByLabel('Language').selectOption('id');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Akun' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.getByLabel('Bahasa', { exact: true }).selectOption('en');
  await page.getByRole('combobox', { name: 'Tema' }).selectOption('system');
  await page.getByRole('button', { name: 'Simpan profil' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
});

test('a new password ends every other session and this one goes on', async ({ browser }) => {
  const here = await someone(browser, 'ines@harbor.test', '/account');
  const there = await someone(browser, 'ines@harbor.test');
  const change = async (current: string, next: string) => {
    await here.getByRole('textbox', { name: 'Current password' }).fill(current);
    await here.getByRole('textbox', { name: 'New password' }).fill(next);
    await here.getByRole('button', { name: 'Change password' }).click();
  };
  await change('kontor-demo-2026', 'short');
  await expect(here.getByRole('alert').filter({ hasText: 'needs your attention' })).toBeVisible();
  await change('kontor-demo-2026', 'a longer one for ines');
  await expect(here.getByText('Password changed.')).toBeVisible();
  await expect(there.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 8_000 });
  await here.reload();
  await expect(here.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible();
  await change('a longer one for ines', 'kontor-demo-2026');
  await expect(here.getByText('Password changed.')).toBeVisible();
});
