import { expect } from '@playwright/test';
import { someone, untilLive } from './support/people.ts';
import { test } from './support/test.ts';
import { choose, conversation, openTicket, uniqueSubject, write } from './support/tickets.ts';

/** What one does, the other sees within this time, without a reload. */
const SEEN = { timeout: 1_000 };

test('a ticket is opened, assigned, answered, noted and solved while a colleague watches', async ({ browser }) => {
  const agent = await someone(browser, 'agent@harbor.test');
  const colleague = await someone(browser, 'owner@harbor.test', '/tickets');
  await untilLive(colleague);
  const subject = uniqueSubject('Oven 7 stays cold');

  await openTicket(agent, subject, { Message: 'It beeps.', Requester: 'Rosa Lind <Rosa.Lind@Kita.example>' });
  const row = colleague.getByRole('row', { name: subject });
  await expect(row).toBeVisible(SEEN);
  await row.getByRole('link').click();
  await expect(colleague.getByRole('heading', { level: 1, name: subject })).toBeVisible();

  await choose(agent, 'Assignee', 'Tom Becker');
  await expect(conversation(colleague)).toContainText('assigned it to Tom Becker', SEEN);

  await write(agent, 'Reply', 'A technician comes at noon.');
  await expect(conversation(colleague)).toContainText('A technician comes at noon.', SEEN);
  await expect(conversation(colleague)).toContainText('from New to Open');

  await write(agent, 'Internal note', 'Second time this month.');
  await expect(conversation(colleague).getByText('Second time this month.')).toBeVisible(SEEN);

  await agent.getByRole('button', { name: 'Solve' }).click();
  await expect(conversation(colleague)).toContainText('from Open to Solved', SEEN);
  await expect(agent.getByRole('button', { name: 'Reopen' })).toBeVisible();
});

test('a solve without an assignee says what to do, and one press of A does it', async ({ browser }) => {
  const agent = await someone(browser, 'agent@harbor.test');
  await openTicket(agent, uniqueSubject('Nobody yet'));
  await agent.keyboard.press('s');
  await expect(agent.getByRole('alert').filter({ hasText: 'Assign the ticket to someone first' })).toBeVisible();
  await agent.keyboard.press('a');
  await expect(conversation(agent)).toContainText('assigned it to Tom Becker');
  await agent.keyboard.press('s');
  await expect(agent.getByRole('button', { name: 'Reopen' })).toBeVisible();
});

test('a change under one’s hands is refused, and what was typed stays', async ({ browser }) => {
  const agent = await someone(browser, 'agent@harbor.test');
  const subject = uniqueSubject('Two at once');
  await openTicket(agent, subject);
  const colleague = await someone(browser, 'owner@harbor.test', new URL(agent.url()).pathname);

  await agent.getByRole('link', { name: 'Edit subject' }).click();
  await agent.getByRole('textbox', { name: 'Subject' }).fill(`${subject}, mine`);
  await choose(colleague, 'Priority', 'Urgent');
  await expect(conversation(agent)).toContainText('from Normal to Urgent');
  await agent.getByRole('button', { name: 'Save' }).first().click();
  await expect(agent.getByRole('alert').filter({ hasText: 'Someone changed this' })).toBeVisible();
  await expect(agent.getByRole('textbox', { name: 'Subject' })).toHaveValue(`${subject}, mine`);
  await agent.getByRole('button', { name: 'Save' }).first().click();
  await expect(agent.getByRole('heading', { level: 1, name: `${subject}, mine` })).toBeVisible();
});

test('a reply being typed outlives what others do and a way to another page', async ({ browser }) => {
  const agent = await someone(browser, 'agent@harbor.test');
  await openTicket(agent, uniqueSubject('Long answer'));
  const ticket = new URL(agent.url()).pathname;
  const colleague = await someone(browser, 'owner@harbor.test', ticket);
  const draft = agent.getByRole('textbox', { name: 'Reply' });
  await draft.fill('Dear Rosa, the');
  await write(colleague, 'Internal note', 'I am on it.');
  await expect(conversation(agent)).toContainText('I am on it.');
  await expect(draft).toHaveValue('Dear Rosa, the');
  await agent.getByRole('link', { name: 'Contacts' }).click();
  await expect(agent.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await agent.goBack();
  await expect(draft).toHaveValue('Dear Rosa, the');
});
