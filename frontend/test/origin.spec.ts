import { expect, test } from '@playwright/test';
import { signIn } from './support/people.ts';
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
