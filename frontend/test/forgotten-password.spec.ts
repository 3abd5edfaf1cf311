import { expect } from '@playwright/test';
import { SMTPServer } from 'smtp-server';
import { createTenant, NEW_PASSWORD, newcomer, uniqueEmail, invite } from './support/new-tenant.ts';
import { claimPorts } from './support/ports.ts';
import { test } from './support/test.ts';

/** A mail server where the stack sends to; answers the text of the next message to an address. */
async function mailbox(): Promise<{ next: (to: string) => Promise<string>; close: () => Promise<void> }> {
  const received: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stream, { envelope }, done) => {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
      stream.on('end', () => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address), text: raw.replace(/=\r\n/g, '').replaceAll('=3D', '=') });
        done();
      });
    },
  });
  const { mailPort } = await claimPorts();
  await new Promise<void>((listening) => server.listen(mailPort, '127.0.0.1', listening));
  return {
    next: async (to) => {
      await expect.poll(() => received.find((mail) => mail.to.includes(to))).toBeDefined();
      return received.find((mail) => mail.to.includes(to))!.text;
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}

test('who has forgotten their password gets a link by mail, chooses a new one and is in, also without JavaScript', async ({ browser }) => {
  const link = await createTenant('Lupa');
  const owner = await newcomer(browser, link, 'Nele Neu');
  const email = uniqueEmail('forgetful');
  const invitation = await invite(owner, email);
  await newcomer(browser, invitation, 'Jan Vergesslich');
  const box = await mailbox();
  try {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Forgotten your password?' }).click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();

    const mailed = /https?:\/\/\S+\/reset-password\?token=kpw_[\w-]{43}/.exec(await box.next(email))![0];
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
  } finally {
    await box.close();
  }
});
