import { expect, type Page } from '@playwright/test';
import { createTenant, NEW_PASSWORD, newcomer } from './support/new-tenant.ts';
import { test } from './support/test.ts';

const API = `http://127.0.0.1:${process.env.KONTOR_TEST_API_PORT}/api/v1`;

async function makeKey(page: Page, name: string, { owner, scopes }: { owner?: string; scopes: string[] }): Promise<string> {
  await page.goto('/settings/api-keys/new');
  await page.getByLabel('Name').fill(name);
  if (owner) await page.getByLabel('Acts as').selectOption({ label: owner });
  for (const scope of scopes) await page.getByRole('checkbox', { name: scope }).check();
  await page.getByRole('textbox', { name: 'password' }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Make key' }).click();
  return page.getByRole('textbox', { name: 'API key' }).inputValue();
}

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

for (const javaScriptEnabled of [true, false]) {
  test(`a service member gets a key, a program calls with it until it is revoked${javaScriptEnabled ? '' : ', by plain forms'}`, async ({ browser, request }) => {
    const owner = await newcomer(browser, await createTenant('Kantine'), 'Olga Wirt', { javaScriptEnabled });
    await owner.goto('/settings/service-members');
    await owner.getByRole('link', { name: 'New service member' }).click();
    await owner.getByLabel('Name').fill('Till 7');
    await expect(owner.getByLabel('Role').getByRole('option')).toHaveText(['Admin', 'Agent', 'Viewer']);
    await owner.getByRole('button', { name: 'Make service member' }).click();
    await expect(rowOf(owner, 'Till 7')).toContainText('Service member');

    await owner.goto('/settings/api-keys/new');
    await owner.getByLabel('Name').fill('Nothing chosen');
    await owner.getByRole('button', { name: 'Make key' }).click();
    await expect(owner.getByRole('alert').filter({ hasText: 'attention' })).toBeVisible();
    await expect(owner.getByLabel('Name')).toHaveValue('Nothing chosen');

    const key = await makeKey(owner, 'Till', { owner: 'Till 7 · Agent', scopes: ['Open tickets', 'See tickets'] });
    const call = () => request.get(`${API}/tickets`, { headers: { authorization: `Bearer ${key}` } });
    expect((await call()).status()).toBe(200);
    await owner.goto('/settings/api-keys');
    await expect(rowOf(owner, 'Till 7')).toContainText('Active');
    await expect(owner.getByText(key)).toHaveCount(0);
    await rowOf(owner, 'Till 7').getByRole('link', { name: 'Revoke' }).click();
    await owner.getByRole('button', { name: 'Revoke' }).click();
    await expect(rowOf(owner, 'Till 7')).toContainText('Revoked');
    expect((await call()).status()).toBe(401);
  });
}
