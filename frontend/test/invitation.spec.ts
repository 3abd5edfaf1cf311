import { expect } from '@playwright/test';
import { createTenant, join } from './support/new-tenant.ts';
import { test } from './support/test.ts';

test('the first owner of a new workspace takes the invitation, once', async ({ page }) => {
  const link = await createTenant('Neue Küche');

  const answer = await page.goto(link);
  expect(answer?.headers()['referrer-policy']).toBe('strict-origin');
  await expect(page.getByRole('heading', { name: 'Join Neue Küche' })).toBeVisible();
  await join(page, 'Nele Neu', 'short');
  await expect(page.getByRole('alert').filter({ hasText: 'attention' })).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Nele Neu');
  await join(page, 'Nele Neu', 'a kitchen of my own');
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await page.goto('/tickets');
  await expect(page.getByRole('heading', { name: 'No tickets yet' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible();
});
