import { expect } from '@playwright/test';
import { someone } from './support/people.ts';
import { test } from './support/test.ts';

test('a role is changed, a member deactivated after a question, and taken back', async ({ browser }) => {
  const owner = await someone(browser, 'owner@nusantara.test', '/people');
  await owner.goto('/account');
  await owner.getByLabel(/Bahasa|Language/).first().selectOption('en');
  await owner.getByRole('button', { name: /Simpan profil|Save profile/ }).click();
  await expect(owner.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible();
  await owner.goto('/people');
  const row = owner.getByRole('row').filter({ hasText: 'agent@nusantara.test' });
  await row.getByLabel('Role').selectOption('viewer');
  await owner.reload();
  await expect(row.getByLabel('Role')).toHaveValue('viewer');
  await row.getByLabel('Role').selectOption('agent');
  await expect(row.getByRole('form')).toHaveAttribute('aria-busy', 'false');

  await row.getByRole('link', { name: 'Deactivate' }).click();
  const dialog = owner.getByRole('dialog');
  await expect(dialog).toContainText('lose access');
  await owner.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await row.getByRole('link', { name: 'Deactivate' }).click();
  await dialog.getByRole('button', { name: 'Deactivate' }).click();
  await expect(dialog).toContainText('is deactivated');
  await dialog.getByRole('link', { name: 'Back to people' }).click();
  await expect(row).toContainText('Deactivated');
  await row.getByRole('button', { name: 'Reactivate' }).click();
  await expect(row.getByRole('link', { name: 'Deactivate' })).toBeVisible();
});

test('the last owner cannot leave, and is told why', async ({ browser }) => {
  const owner = await someone(browser, 'owner@harbor.test', '/account');
  await owner.getByRole('link', { name: 'Leave workspace' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Leave workspace' }).click();
  await expect(owner.getByRole('alert').filter({ hasText: 'needs an owner' })).toBeVisible();
});

test('an agent sees people but changes none', async ({ browser }) => {
  const agent = await someone(browser, 'agent@harbor.test', '/people');
  await expect(agent.getByRole('row').filter({ hasText: 'viewer@harbor.test' })).toContainText('Viewer · All tickets');
  await expect(agent.getByRole('table').getByRole('combobox')).toHaveCount(0);
  await expect(agent.getByRole('link', { name: 'Deactivate' })).toHaveCount(0);
});

test('who is away says so, for a time, and colleagues see it', async ({ browser }) => {
  const [emre, agent] = [await someone(browser, 'emre@harbor.test', '/', { javaScriptEnabled: false }), await someone(browser, 'agent@harbor.test')];
  const says = async (availability: string, hours: string) => {
    await emre.getByRole('button', { name: 'account menu' }).click();
    const form = emre.getByRole('form', { name: 'Availability' });
    await form.getByLabel('Availability').selectOption(availability);
    await form.getByLabel('For').selectOption(hours);
    await form.getByRole('button', { name: 'Save' }).click();
  };
  const row = agent.getByRole('row').filter({ hasText: 'emre@harbor.test' });
  await says('Away', '4 hours');
  await agent.goto('/people');
  await expect(row).toContainText('Away until');
  await says('Available', 'Until I change it');
  await agent.reload();
  await expect(row).not.toContainText('Away');
});
