import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { pdf, picture, PNG } from './support/files.ts';
import { signIn, someone } from './support/people.ts';
import { test } from './support/test.ts';
import { conversation, openTicket, uniqueSubject, write } from './support/tickets.ts';

const reply = (page: Page) => page.getByRole('form', { name: 'Reply' });
const chosen = (page: Page, name: string) => page.getByRole('list', { name: 'Files to send' }).getByRole('listitem').filter({ hasText: name });

test('files are chosen, refused with the reason, taken back, sent and downloaded', async ({ browser }) => {
  const agent = await someone(browser, 'agent@harbor.test');
  await openTicket(agent, uniqueSubject('With files'));
  const disguised = { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>alert(1)</script>') };
  await reply(agent).getByLabel('Attach files').setInputFiles([picture('oven “3”.png'), picture('spare.png'), disguised, { ...picture('logo.svg'), mimeType: 'image/svg+xml' }, pdf('large.pdf', 10_485_761)]);
  await expect(chosen(agent, 'invoice.pdf').getByRole('alert')).toContainText('could run as a web page');
  await expect(chosen(agent, 'logo.svg').getByRole('alert')).toContainText('Files of this kind are not taken');
  await expect(chosen(agent, 'large.pdf').getByRole('alert')).toContainText('larger than 10 MB');
  for (const name of ['invoice.pdf', 'logo.svg', 'large.pdf', 'spare.png']) await agent.getByRole('button', { name: `Remove ${name}` }).click();
  await write(agent, 'Reply', 'See the picture.');
  const link = conversation(agent).getByRole('link', { name: 'oven “3”.png' });
  await expect(link).toBeVisible();
  await expect(agent.getByRole('list', { name: 'Files to send' })).toHaveCount(0);
  const [download] = await Promise.all([agent.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('oven “3”.png');
  expect(await readFile(await download.path())).toEqual(PNG);
});

test('a file that is dropped or pasted goes along, and a message waits for its files', async ({ browser }) => {
  const agent = await someone(browser, 'agent@harbor.test');
  await openTicket(agent, uniqueSubject('Dropped'));
  const give = (type: 'drop' | 'paste', name: string) =>
    reply(agent).getByRole('textbox').evaluate(
      (area, [kind, fileName, bytes]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], fileName, { type: 'image/png' }));
        area.dispatchEvent(kind === 'drop' ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }) : new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
      },
      [type, name, [...PNG]] as const,
    );
  await give('drop', 'dropped.png');
  await give('paste', 'pasted.png');
  await expect(chosen(agent, 'pasted.png').getByRole('checkbox', { includeHidden: true })).toBeAttached();
  await agent.route('**/files?*', async (route) => {
    await expect(agent.getByText('Sent as soon as the files are there.')).toBeVisible();
    await route.continue();
  });
  await reply(agent).getByLabel('Attach files').setInputFiles([pdf('late.pdf', 200_000)]);
  await write(agent, 'Reply', 'All three.');
  for (const name of ['dropped.png', 'pasted.png', 'late.pdf']) await expect(conversation(agent).getByRole('link', { name })).toBeVisible();
});

test('a file is there for whoever sees its ticket, and a page that is not for others', async ({ browser }) => {
  const agent = await someone(browser, 'agent@harbor.test');
  await openTicket(agent, uniqueSubject('Not for everybody'));
  await reply(agent).getByLabel('Attach files').setInputFiles([picture('secret.png')]);
  await write(agent, 'Reply', 'Here.');
  const address = (await conversation(agent).getByRole('link', { name: 'secret.png' }).getAttribute('href')) ?? '';
  const answer = await agent.request.get(address);
  expect(answer.headers()).toMatchObject({
    'content-disposition': `attachment; filename="secret.png"; filename*=UTF-8''secret.png`,
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-length': String(PNG.length),
  });
  const stranger = await someone(browser, 'owner@nusantara.test');
  expect((await stranger.goto(address))?.status()).toBe(404);
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(address);
  await expect(visitor).toHaveURL(/sign-in/);
  const cookies = (await agent.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const origin of ['https://evil.example', 'null']) {
    const foreign = await fetch(`${new URL(agent.url()).origin}/files?name=a.png&tenant=x`, { method: 'POST', headers: { cookie: cookies, origin }, body: PNG });
    expect(foreign.status).toBe(403);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('files go with a new ticket and with a note; one that is refused keeps text and the others', async ({ page }) => {
    await signIn(page, 'agent@harbor.test', '/tickets/new');
    const subject = uniqueSubject('Plain files');
    await page.getByLabel('Subject').fill(subject);
    await page.getByLabel('Message').fill('First line\nsecond');
    const page2 = { name: 'page.txt', mimeType: 'text/plain', buffer: Buffer.from('<!doctype html><script>alert(1)</script>') };
    await page.getByLabel('Attach files').setInputFiles([picture('good.png'), page2, picture('other.png')]);
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await expect(chosen(page, 'page.txt').getByRole('alert')).toContainText('could run as a web page');
    await expect(page.getByLabel('Message')).toHaveValue('First line\nsecond');
    await page.getByRole('checkbox', { name: 'Send other.png' }).uncheck();
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
    await expect(conversation(page).getByRole('link', { name: 'good.png' })).toBeVisible();
    await expect(conversation(page).getByRole('link', { name: 'other.png' })).toHaveCount(0);
    await page.getByRole('radio', { name: 'Internal note' }).check({ force: true });
    const note = page.getByRole('form', { name: 'Internal note' });
    await note.getByLabel('Attach files').setInputFiles([pdf('long.pdf', 3_000_000), picture('note.png')]);
    await note.getByRole('textbox').fill('Noted with files.');
    await note.getByRole('button', { name: 'Add note' }).click();
    for (const name of ['long.pdf', 'note.png']) await expect(conversation(page).getByRole('link', { name })).toBeVisible();
  });
});
