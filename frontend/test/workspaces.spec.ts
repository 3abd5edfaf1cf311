import { expect, type Page } from '@playwright/test';
import { signIn, someone, untilLive } from './support/people.ts';
import { test } from './support/test.ts';
import { uniqueSubject } from './support/tickets.ts';

async function switchTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'switch workspace' }).click();
  await page.getByRole('button', { name }).last().click();
  await expect(page.getByRole('button', { name: `${name}, switch workspace` })).toBeVisible();
}

/** The workspace that the page is in. */
async function here(page: Page): Promise<string> {
  const label = await page.getByRole('button', { name: 'switch workspace' }).getAttribute('aria-label');
  return label?.split(',')[0] ?? '';
}

async function count(page: Page, subject: string): Promise<number> {
  await page.goto('/tickets?sort=-createdAt');
  await expect(page.getByRole('heading', { name: 'Tickets', level: 1 })).toBeVisible();
  return page.getByRole('link', { name: subject }).count();
}

test('a form of one workspace sent after switching to another changes nothing and says why', async ({ page, context }) => {
  await signIn(page, 'both@harbor.test', '/tickets/new');
  const start = await here(page);
  const other = start.includes('Harbor') ? 'Dapur Nusantara' : 'Harbor Catering';
  await untilLive(page);
  const subject = uniqueSubject('Meant for the first workspace');
  await page.getByLabel('Subject').fill(subject);

  const second = await context.newPage();
  await second.goto('/');
  await switchTo(second, other);

  await expect(page.getByRole('alert').filter({ hasText: 'You have switched' })).toBeVisible({ timeout: 8_000 });
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was changed' })).toBeVisible();
  await expect(page.getByLabel('Subject')).toHaveValue(subject);
  expect(await count(second, subject)).toBe(0);
  await switchTo(second, start);
  expect(await count(second, subject)).toBe(0);
});

test('the same without JavaScript', async ({ browser }) => {
  const page = await someone(browser, 'both@harbor.test', '/tickets/new', { javaScriptEnabled: false });
  const second = await page.context().newPage();
  await second.goto('/');
  await switchTo(second, (await here(second)).includes('Harbor') ? 'Dapur Nusantara' : 'Harbor Catering');
  const subject = uniqueSubject('Plain and wrong');
  await page.getByLabel('Subject').fill(subject);
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing was changed');
  await expect(page.getByLabel('Subject')).toHaveValue(subject);
  expect(await count(second, subject)).toBe(0);
});
