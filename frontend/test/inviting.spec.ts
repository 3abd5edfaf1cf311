import { expect, type Page } from '@playwright/test';
import { createTenant, invite, newcomer, uniqueEmail } from './support/new-tenant.ts';
import { test } from './support/test.ts';

const rowOf = (page: Page, email: string) => page.getByRole('row').filter({ hasText: email });
const linkIn = (row: ReturnType<typeof rowOf>) => row.getByRole('textbox', { name: 'Invitation link' });

async function isDead(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible();
}

test('an invitation is made, copied, made anew and revoked, and each time the link before holds no more', async ({ browser, page: stranger }) => {
  const owner = await newcomer(browser, await createTenant('Gästehaus'), 'Olga Wirt');
  await owner.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const guest = uniqueEmail('guest');
  const first = await invite(owner, guest, { Role: 'Viewer', Sees: 'Own tickets only' });
  await owner.getByRole('button', { name: 'Copy' }).click();
  await expect(owner.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await owner.evaluate(() => navigator.clipboard.readText())).toBe(first);

  await owner.goto('/people/invitations');
  const row = rowOf(owner, guest);
  await expect(row).toContainText('Viewer · Own tickets only');
  await row.getByRole('button', { name: 'New link' }).click();
  const second = await linkIn(row).inputValue();
  await isDead(stranger, first);
  await stranger.goto(second);
  await expect(stranger.getByText(`You are invited as ${guest} and will be Viewer.`)).toBeVisible();
  await row.getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toContainText('Revoked');
  await isDead(stranger, second);
});

test('who is invited joins, and invites up to their own role; all by plain forms', async ({ browser }) => {
  const plain = { javaScriptEnabled: false };
  const owner = await newcomer(browser, await createTenant('Kantine'), 'Olga Wirt', plain);
  const admin = await newcomer(browser, await invite(owner, uniqueEmail('ada'), { Role: 'Admin' }), 'Ada Brandt', plain);
  const heir = uniqueEmail('heir');
  await invite(owner, heir, { Role: 'Owner' });
  await invite(admin, uniqueEmail('guest'));
  await expect(admin.getByLabel('Role').getByRole('option')).toHaveText(['Admin', 'Agent', 'Viewer']);

  await admin.goto('/people/invitations');
  await expect(rowOf(admin, heir)).toContainText('Owner');
  await expect(rowOf(admin, heir).getByRole('button')).toHaveCount(0);
  await rowOf(admin, 'guest').getByRole('button', { name: 'New link' }).click();
  expect(await linkIn(rowOf(admin, 'guest')).inputValue()).toContain('/invitation?token=');
  await rowOf(admin, 'guest').getByRole('button', { name: 'Revoke' }).click();
  await expect(rowOf(admin, 'guest')).toContainText('Revoked');
  await owner.goto('/people');
  await expect(owner.getByRole('row').filter({ hasText: 'Ada Brandt' }).getByLabel('Role')).toHaveValue('admin');
});
