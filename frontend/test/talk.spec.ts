import { expect, type Page } from '@playwright/test';
import { someone, untilLive } from './support/people.ts';
import { test } from './support/test.ts';
import { choose, conversation, openTicket, uniqueSubject, write } from './support/tickets.ts';

/** What one does, the other sees within this time. */
const SEEN = { timeout: 3_000 };

async function together(page: Page, other: Page): Promise<void> {
  await untilLive(page);
  await untilLive(other);
  await expect(page.getByRole('status').filter({ hasText: 'is looking' })).toBeVisible(SEEN);
}

test('two at one ticket see each other, and a reply that crosses is refused with what is new', async ({ browser }) => {
  const tom = await someone(browser, 'agent@harbor.test');
  await openTicket(tom, uniqueSubject('Sesame'), { Message: 'Does dish 4 hold sesame?', Requester: 'Anke Petersen <anke@nord.example>' });
  const mara = await someone(browser, 'owner@harbor.test', new URL(tom.url()).pathname);
  await together(tom, mara);
  await expect(tom.getByText('Mara Klein is looking')).toBeVisible();

  await mara.getByRole('textbox', { name: 'Reply' }).pressSequentially('We checked');
  await expect(tom.getByText('Mara Klein is typing…')).toBeVisible(SEEN);
  const draft = tom.getByRole('textbox', { name: 'Reply' });
  await draft.fill('Hello Anke, it does not.');
  await write(mara, 'Reply', 'Two pupils, not one.');
  const news = tom.getByRole('alert').filter({ hasText: 'Mara Klein wrote while you were typing.' });
  await expect(news).toContainText('Two pupils, not one.', SEEN);

  await tom.getByRole('button', { name: 'Send reply' }).click();
  await expect(tom.getByRole('form', { name: 'Reply' })).toHaveAttribute('aria-busy', 'false');
  await expect(news).toContainText('Two pupils, not one.');
  await expect(draft).toHaveValue('Hello Anke, it does not.');
  await expect(conversation(tom)).not.toContainText('it does not');
  await news.getByRole('button', { name: 'Send anyway' }).click();
  await expect(conversation(tom)).toContainText('Hello Anke, it does not.');
  await expect(news).toBeHidden();
  await expect(draft).toHaveValue('');

  await mara.close();
  await expect(tom.getByText('Mara Klein is looking')).toBeHidden({ timeout: 5_000 });
});

test('a mention picked from the list arrives live in the bell of the other, who goes to the ticket from there', async ({ browser }) => {
  const mara = await someone(browser, 'paula@harbor.test', '/contacts');
  await untilLive(mara);
  const tom = await someone(browser, 'agent@harbor.test');
  const subject = uniqueSubject('Tahini lot');
  await openTicket(tom, subject);
  await tom.getByRole('radio', { name: 'Internal note' }).check({ force: true });
  const note = tom.getByRole('textbox', { name: 'Internal note' });
  await note.pressSequentially('Can you swap it, @pau');
  await expect(tom.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name: 'Paula Hartmann' })).toBeVisible();
  await note.press('Enter');
  await expect(note).toHaveValue('Can you swap it, @Paula Hartmann ');
  await tom.getByRole('button', { name: 'Add note' }).click();
  await expect(conversation(tom).getByText('@Paula Hartmann')).toBeVisible();
  await expect(tom.getByRole('img', { name: 'Paula Hartmann' })).toBeVisible();

  await expect(mara.getByRole('link', { name: /Notifications, \d+ unread/ })).toBeVisible(SEEN);
  await mara.getByRole('link', { name: /Notifications/ }).click();
  const row = mara.getByRole('listitem').filter({ hasText: subject });
  await expect(row).toContainText('Tom Becker mentioned you');
  await row.getByRole('button', { name: subject }).first().click();
  await expect(mara.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await mara.goto('/notifications');
  await expect(mara.getByText(subject)).toBeHidden();
  await mara.getByRole('link', { name: 'All', exact: true }).click();
  await mara.getByRole('button', { name: new RegExp(`Done: .*${subject}`) }).click();
  await expect(mara.getByText(subject)).toBeHidden();
});

test('a canned answer is kept, typed by its shortcut with the names filled in, and deleted', async ({ browser }) => {
  const tom = await someone(browser, 'agent@harbor.test', '/settings/canned-answers/new');
  const shortcut = `thanks-${Date.now() % 100_000}`;
  await tom.getByLabel('Name').fill(`Thanks ${shortcut}`);
  await tom.getByLabel('Shortcut').fill(shortcut);
  await tom.getByLabel('Text').fill('Thank you, {{contact.nam}}');
  await tom.getByRole('button', { name: 'Create' }).click();
  await expect(tom.getByLabel('Text')).toHaveAttribute('aria-invalid', 'true');
  await tom.getByLabel('Text').fill('Thank you, {{contact.name}}. {{agent.name}}');
  await tom.getByRole('button', { name: 'Create' }).click();
  await expect(tom.getByRole('row', { name: new RegExp(shortcut) })).toContainText('Only me');

  await openTicket(tom, uniqueSubject('Praise'), { Requester: 'Rosa Lind <rosa@kita.example>' });
  const reply = tom.getByRole('textbox', { name: 'Reply' });
  await reply.pressSequentially(`/${shortcut}`);
  await expect(tom.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name: shortcut })).toBeVisible();
  await reply.press('Tab');
  await expect(reply).toHaveValue(/^Thank you, .+\. Tom Becker$/);

  await tom.goto('/settings/canned-answers');
  await tom.getByRole('link', { name: `Thanks ${shortcut}` }).click();
  await tom.getByRole('link', { name: 'Delete' }).click();
  await expect(tom.getByRole('dialog')).toContainText('Delete');
  await tom.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(tom.getByRole('row', { name: new RegExp(shortcut) })).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a crossing reply is refused with what is new, and sent anyway; answers are inserted, mentions typed, tickets followed', async ({ browser }) => {
    const options = { javaScriptEnabled: false };
    const tom = await someone(browser, 'agent@harbor.test', '/', options);
    await openTicket(tom, uniqueSubject('Plain talk'), { Message: 'Sent plainly.' });
    const path = new URL(tom.url()).pathname;
    await choose(tom, 'Assignee', 'Tom Becker', true);
    const mara = await someone(browser, 'owner@harbor.test', path, options);
    await mara.getByRole('button', { name: 'Follow', exact: true }).click();
    await expect(mara.getByRole('button', { name: 'Unfollow' })).toBeVisible();
    await tom.getByRole('textbox', { name: 'Reply' }).fill('My answer');
    await write(mara, 'Reply', 'Her answer');
    await tom.getByRole('button', { name: 'Send reply' }).click();
    const news = tom.getByRole('alert').filter({ hasText: 'wrote while you were typing' });
    await expect(news).toContainText('Her answer');
    await expect(tom.getByRole('textbox', { name: 'Reply' })).toHaveValue('My answer');
    await news.getByRole('button', { name: 'Send anyway' }).click();
    await expect(conversation(tom)).toContainText('My answer');

    await tom.getByRole('textbox', { name: 'Reply' }).fill('Dear all,');
    await tom.getByRole('combobox', { name: 'Canned answers' }).first().selectOption({ index: 1 });
    await tom.getByRole('button', { name: 'Insert' }).first().click();
    await expect(tom.getByRole('textbox', { name: 'Reply' })).toHaveValue(/^Dear all,\n\n\S/);

    await write(tom, 'Internal note', 'Look, @Mara Klein');
    await mara.goto('/notifications');
    const row = mara.getByRole('listitem').filter({ hasText: 'Plain talk' }).filter({ hasText: 'mentioned you' }).first();
    await row.getByRole('button', { name: /mentioned you/ }).click();
    await expect(mara).toHaveURL(path);
    await mara.goto('/account');
    await mara.getByLabel('Someone replies').uncheck();
    await mara.getByRole('button', { name: 'Save notifications' }).click();
    await expect(mara.getByText('Saved.')).toBeVisible();
    await expect(mara.getByLabel('Someone replies')).not.toBeChecked();
    await mara.getByLabel('Someone replies').check();
    await mara.getByRole('button', { name: 'Save notifications' }).click();
    await expect(mara.getByLabel('Someone replies')).toBeChecked();
  });
});
