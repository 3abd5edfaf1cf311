import { expect } from '@playwright/test';
import { startMailServer } from '../../backend/test/support/mail-server.ts';
import { createTenant, invite, NEW_PASSWORD, newcomer, uniqueEmail } from './support/new-tenant.ts';
import { claimPorts } from './support/ports.ts';
import { test } from './support/test.ts';

test('who has forgotten their password gets a link by mail, chooses a new one and is in, also without JavaScript', async ({ browser }) => {
  const link = await createTenant('Lupa');
  const owner = await newcomer(browser, link, 'Nele Neu');
  const email = uniqueEmail('forgetful');
  const invitation = await invite(owner, email);
  await newcomer(browser, invitation, 'Jan Vergesslich');
  await using box = await startMailServer((await claimPorts()).mailPort);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();

  const mailed = /https?:\/\/\S+\/reset-password\?token=kpw_[\w-]{43}/.exec((await box.next(email)).text)![0];
  const answer = await page.goto(mailed);
  expect(answer?.headers()['referrer-policy']).toBe('strict-origin');
  await page.getByRole('textbox', { name: 'Choose a password' }).fill('short');
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(page.getByText('attention')).toBeVisible();
  await page.getByRole('textbox', { name: 'Choose a password' }).fill(`${NEW_PASSWORD}, the second`);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
  await page.goto(mailed);
  await expect(page.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible();
});
