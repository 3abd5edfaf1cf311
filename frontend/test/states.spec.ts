import { expect } from '@playwright/test';
import { startLonelyFrontend } from './support/lonely-frontend.ts';
import { fillSignIn, someone } from './support/people.ts';
import { test } from './support/test.ts';

test('what is not there and what is not allowed say so inside the shell', async ({ browser }) => {
  const viewer = await someone(browser, 'viewer@harbor.test', '/nowhere/at/all');
  await expect(viewer.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  const unknown = await viewer.goto('/tickets/0190a000-0000-7000-8000-000000000000');
  expect(unknown?.status()).toBe(404);
  await expect(viewer.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  const closed = await viewer.goto('/tickets/new');
  expect(closed?.status()).toBe(403);
  await expect(viewer.getByRole('heading', { name: 'This is not open to you' })).toBeVisible();
  await viewer.goto('/tickets');
  await expect(viewer.getByRole('link', { name: 'New ticket' })).toHaveCount(0);
});

test('a visitor is sent to the sign-in and then to the page that was asked for', async ({ page }) => {
  await page.goto('/tickets?status=open');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await fillSignIn(page, 'agent@harbor.test');
  await expect(page).toHaveURL('/tickets?status=open');
  await page.goto('/sign-in?next=//evil.example/');
  await expect(page).toHaveURL('/');
});

test('with the backend away, pages say so with a way to try again and a trace id', async ({ page, context }) => {
  const { base, stop } = await startLonelyFrontend();
  try {
    expect((await fetch(`${base}/health/ready`)).status).toBe(503);
    await page.goto(`${base}/sign-in`);
    await fillSignIn(page, 'agent@harbor.test');
    await expect(page.getByRole('alert').filter({ hasText: 'not answering right now' })).toBeVisible();
    await context.addCookies([{ name: 'kontor', value: 'any', url: base, httpOnly: true }]);
    await page.goto(`${base}/tickets`);
    await expect(page.getByRole('heading', { name: 'Kontor is not answering right now' })).toBeVisible();
    await expect(page.getByText(/Trace [0-9a-f]{32}/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    const plain = await page.request.post(`${base}/tickets/new?files`, { headers: { origin: base, 'accept-language': 'id' }, multipart: { subject: 'x' } });
    expect(plain.status()).toBe(503);
    await page.setContent(await plain.text());
    await expect(page.getByRole('heading', { level: 1, name: 'Belum ada yang terkirim' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Buka ulang halaman' })).toHaveAttribute('href', '/tickets/new');
  } finally {
    stop();
  }
});
