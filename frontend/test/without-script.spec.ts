import { expect } from '@playwright/test';
import { fillSignIn, PASSWORD, signIn } from './support/people.ts';
import { test } from './support/test.ts';
import { choose, conversation, openTicket, uniqueSubject, write } from './support/tickets.ts';

test.use({ javaScriptEnabled: false });

test('a ticket’s whole life works without JavaScript', async ({ page }) => {
  await signIn(page, 'agent@harbor.test');
  await openTicket(page, uniqueSubject('Plain forms'), { Message: 'Sent by a plain form.' });
  await choose(page, 'Assignee', 'Tom Becker', true);
  await expect(conversation(page)).toContainText('assigned it to Tom Becker');
  await write(page, 'Reply', 'Answered plainly.');
  await expect(conversation(page)).toContainText('Answered plainly.');
  await write(page, 'Internal note', 'Noted plainly.');
  await expect(conversation(page)).toContainText('Noted plainly.');
  await choose(page, 'Priority', 'High', true);
  await expect(conversation(page)).toContainText('from Normal to High');
  await page.getByRole('button', { name: 'Solve' }).click();
  await expect(conversation(page)).toContainText('to Solved');
});

test('a refused form keeps what was typed and says at the field what to do', async ({ page }) => {
  await signIn(page, 'agent@harbor.test', '/tickets/new');
  await page.getByLabel('Message').fill('A message without a subject');
  await page.getByLabel('Priority').selectOption('Urgent');
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await expect(page.getByRole('alert')).toContainText('needs your attention');
  await expect(page.getByLabel('Subject')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Message')).toHaveValue('A message without a subject');
  await expect(page.getByLabel('Priority')).toHaveValue('urgent');
});

test('filters, account and signing out work without JavaScript', async ({ page }) => {
  await signIn(page, 'viewer@harbor.test', '/tickets');
  await page.getByText('Status', { exact: true }).first().click();
  await page.getByRole('checkbox', { name: 'Pending' }).check();
  await page.getByRole('button', { name: 'Apply' }).first().click();
  await expect(page).toHaveURL(/status=pending/);
  await expect(page.getByRole('row').nth(1)).toContainText('Pending');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByRole('button', { name: 'account menu' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a wrong password keeps the address', async ({ page }) => {
  await page.goto('/sign-in');
  await fillSignIn(page, 'agent@harbor.test', `${PASSWORD}!`);
  await expect(page.getByRole('alert')).toContainText('did not match');
  await expect(page.getByLabel('E-mail')).toHaveValue('agent@harbor.test');
});
