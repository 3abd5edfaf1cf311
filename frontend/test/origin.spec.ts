import { request } from 'node:http';
import { expect } from '@playwright/test';
import { signIn } from './support/people.ts';
import { test } from './support/test.ts';
import { uniqueSubject } from './support/tickets.ts';

for (const [name, origin] of [
  ['foreign', 'https://evil.example'],
  ['null', 'null'],
  ['missing', undefined],
] as const) {
  test(`a form with a ${name} Origin changes nothing`, async ({ page, baseURL }) => {
    await signIn(page, 'agent@harbor.test', '/tickets/new');
    const subject = uniqueSubject(`Origin ${name}`);
    await page.getByLabel('Subject').fill(subject);
    const fields = await page.getByRole('form', { name: 'New ticket' }).evaluate((form) =>
      [...new FormData(form as HTMLFormElement)].map(([key, value]) => [key, typeof value === 'string' ? value : ''] as const),
    );
    const cookie = (await page.context().cookies()).map((one) => `${one.name}=${one.value}`).join('; ');
    const body = new FormData();
    for (const [key, value] of fields) body.set(key, value);
    const answer = await fetch(`${baseURL}/tickets/new`, {
      method: 'POST',
      body,
      headers: { cookie, ...(origin && { origin }) },
      redirect: 'manual',
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'ORIGIN_REJECTED' });
    await page.goto('/tickets?sort=-createdAt');
    await expect(page.getByRole('link', { name: subject })).toHaveCount(0);
  });
}

test('addresses that cannot be read are refused, as are tokens for no workspace', async ({ page, baseURL }) => {
  const url = new URL(baseURL ?? '');
  const status = (method: string, path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asked = request({ host: url.hostname, port: url.port, method, path }, (answer) => resolve(answer.resume().statusCode));
      asked.on('error', reject).end();
    });
  expect(await status('GET', '/%zz')).toBe(400);
  expect(await status('OPTIONS', '*')).toBe(400);
  await signIn(page, 'agent@harbor.test');
  const refused = await page.evaluate(async () => {
    const answer = await fetch('/live/token', { method: 'POST' });
    return { status: answer.status, body: (await answer.json()) as unknown };
  });
  expect(refused).toEqual({ status: 403, body: { code: 'WRONG_TENANT' } });
});

test('errors of a page are told to its own server, from its own pages only', async ({ page, baseURL }) => {
  await page.goto('/sign-in');
  // A page listens once its scripts have run, of which the sign-in shows nothing.
  await expect(async () => {
    const told = page.waitForResponse('**/report', { timeout: 1_000 });
    await page.evaluate(() => void Promise.reject(new Error('Thrown by a journey')));
    expect((await told).status()).toBe(204);
  }).toPass();
  const body = JSON.stringify({ message: 'Told by someone else' });
  expect((await fetch(`${baseURL}/report`, { method: 'POST', body, headers: { origin: 'https://evil.example' } })).status).toBe(403);
  const long = await page.evaluate(() => fetch('/report', { method: 'POST', body: 'x'.repeat(9_000) }).then((answer) => answer.status));
  expect(long).toBe(413);
});

test('an undeclared field is refused before anything is called', async ({ page }) => {
  await signIn(page, 'agent@harbor.test', '/tickets/new');
  const subject = uniqueSubject('One field too many');
  await page.getByLabel('Subject').fill(subject);
  await page.getByRole('form', { name: 'New ticket' }).evaluate((form) => {
    const input = Object.assign(document.createElement('input'), { type: 'hidden', name: 'role', value: 'owner' });
    form.append(input);
  });
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'needs your attention' })).toBeVisible();
  await page.goto('/tickets?sort=-createdAt');
  await expect(page.getByRole('link', { name: subject })).toHaveCount(0);
});

test('pages run scripts by nonce only and never show the session to them', async ({ page, request }) => {
  const policy = (await request.get('/sign-in')).headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await signIn(page, 'agent@harbor.test');
  expect(await page.evaluate(() => document.cookie)).toBe('');
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ name: 'kontor', httpOnly: true, sameSite: 'Lax' });
  expect(complaints).toEqual([]);
});
