import { expect, test } from '@playwright/test';
import { claimPorts } from './support/ports.ts';
import { runTool } from './support/stack.ts';

test('the first owner of a new workspace takes the invitation, once', async ({ page }) => {
  const settings = { ...(await claimPorts()), dataDir: process.env.KONTOR_TEST_DATA_DIR ?? '' };
  const email = `first-${Date.now()}@new.example`;
  const printed = await runTool('tenant-create.mjs', ['--name', 'Neue Küche', '--owner-email', email], settings);
  const link = /https?:\/\/\S+\/invitation\S+/.exec(printed)?.[0] ?? '';

  const answer = await page.goto(link);
  expect(answer?.headers()['referrer-policy']).toBe('strict-origin');
  await expect(page.getByRole('heading', { name: 'Join Neue Küche' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Choose a password' }).fill('short');
  await page.getByLabel('Your name').fill('Nele Neu');
  await page.getByRole('button', { name: 'Join and sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'attention' })).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Nele Neu');
  await page.getByRole('textbox', { name: 'Choose a password' }).fill('a kitchen of my own');
  await page.getByRole('button', { name: 'Join and sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await page.goto('/tickets');
  await expect(page.getByRole('heading', { name: 'No tickets yet' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible();
});
