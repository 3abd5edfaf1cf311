import { expect, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { createTenant, invite, newcomer, NEW_PASSWORD, uniqueEmail } from './support/new-tenant.ts';
import { fillSignIn } from './support/people.ts';
import { test } from './support/test.ts';

interface Phone {
  /** The code of now, or of so many steps of 30 s later: each holds once. */
  code: (steps?: number) => string;
  recoveryCodes: string[];
}

/** Sets a second factor up on the page that does it; the code of now is used up by that. */
async function enrol(page: Page): Promise<Phone> {
  await page.getByRole('textbox', { name: 'Your password' }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Set up' }).click();
  const key = await page.getByText('Type this key').locator('code').innerText();
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
  const code = (steps = 0) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
  await page.getByLabel('Code').fill('000 000');
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByText('This is not the code of now.')).toBeVisible();
  await page.getByLabel('Code').fill(code());
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByText('Keep these recovery codes')).toBeVisible();
  return { code, recoveryCodes: await page.getByRole('listitem').allInnerTexts() };
}

/** Signs in by the password, up to the question for a code. */
async function comeBack(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await fillSignIn(page, email, NEW_PASSWORD);
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
}

async function answer(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

const home = (page: Page) => expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();

test('an owner sets it up and requires it; a member is led to it by plain forms, and comes back by a code or a recovery code', async ({ browser }) => {
  const email = uniqueEmail('nora');
  const owner = await newcomer(browser, await createTenant('Tresor'), 'Olga Wirt');
  const member = await newcomer(browser, await invite(owner, email), 'Nora Nacht', { javaScriptEnabled: false });
  await owner.goto('/two-factor');
  await enrol(owner);
  await owner.goto('/settings');
  await owner.getByRole('checkbox', { name: 'Require two-factor sign-in' }).check();
  await owner.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText('Saved.')).toBeVisible();

  await member.goto('/tickets');
  await expect(member.getByText('Tresor requires it of everyone.')).toBeVisible();
  const phone = await enrol(member);
  expect(phone.recoveryCodes).toHaveLength(10);
  await member.getByRole('link', { name: 'Continue' }).click();
  await home(member);

  await comeBack(member, email);
  await answer(member, phone.code(1));
  await home(member);
  await comeBack(member, email);
  await answer(member, phone.code(1));
  await expect(member.getByRole('alert')).toBeVisible();
  await answer(member, phone.recoveryCodes[0]!);
  await home(member);
  await member.goto('/account');
  await expect(member.getByText('9 recovery codes are left.')).toBeVisible();
});
