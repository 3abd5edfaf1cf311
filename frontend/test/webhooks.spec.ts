import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { signIn } from './support/people.ts';
import { test } from './support/test.ts';

async function expectNoViolations(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an endpoint is made, its secret shown once, tested, disabled and deleted', async ({ page }) => {
      await signIn(page, 'owner@harbor.test', '/settings/webhooks/new');
      await page.getByLabel('Address').fill('http://10.0.0.1/');
      await page.getByRole('button', { name: 'Create' }).click();
      await expect(page.getByLabel('Address')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel('Address')).toHaveValue('http://10.0.0.1/');
      await page.getByLabel('Address').fill('https://hooks.invalid/kontor');
      await page.getByLabel('ticket_created').check();
      await page.getByRole('button', { name: 'Create' }).click();
      await expect(page.getByText(/^whsec_/)).toBeVisible();
      if (javaScriptEnabled) await expectNoViolations(page);
      await page.getByRole('link', { name: 'Continue' }).click();
      await expect(page.getByRole('heading', { name: 'https://hooks.invalid/kontor' })).toBeVisible();
      await expect(page.getByText(/^whsec_/)).toHaveCount(0);
      const endpoint = page.url();
      if (javaScriptEnabled) await expectNoViolations(page);
      await page.getByRole('button', { name: 'Send a test' }).click();
      await expect(page.getByRole('heading', { name: 'webhook_test' })).toBeVisible();
      await expect(async () => {
        await page.reload();
        await expect(page.getByText('No such name').first()).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 20_000 });
      if (javaScriptEnabled) await expectNoViolations(page);
      await page.goto(`${endpoint}/deliveries?state=waiting`);
      await expect(page.getByRole('row', { name: /webhook_test/ })).toBeVisible();
      await page.goto(endpoint);
      await page.getByRole('button', { name: 'Disable' }).click();
      await expect(page.getByRole('button', { name: 'Enable' })).toBeVisible();
      await page.getByRole('link', { name: 'Delete' }).click();
      await page.getByRole('button', { name: 'Delete' }).click();
      await expect(page).toHaveURL(/\/settings\/webhooks$/);
    });
  });
}
