import { expect } from '@playwright/test';
import { someone } from './support/people.ts';
import { test } from './support/test.ts';
import { openTicket, uniqueSubject } from './support/tickets.ts';

test('a contact is entered once, found again by a ticket, and shows its tickets', async ({ browser }) => {
  const agent = await someone(browser, 'agent@harbor.test', '/contacts/new');
  const email = `nora-${Date.now()}@kita.example`;
  await agent.getByLabel('Name', { exact: true }).fill('Nora Feld');
  await agent.getByLabel('E-mail addresses').fill(email);
  await agent.getByRole('button', { name: 'Add contact' }).click();
  await expect(agent.getByRole('heading', { level: 1, name: 'Nora Feld' })).toBeVisible();
  const contact = agent.url();

  await agent.goto('/contacts/new');
  await agent.getByLabel('Name', { exact: true }).fill('Nora again');
  await agent.getByLabel('E-mail addresses').fill(email.toUpperCase());
  await agent.getByRole('button', { name: 'Add contact' }).click();
  await expect(agent.getByRole('alert').filter({ hasText: 'has this already' })).toBeVisible();
  await expect(agent.getByLabel('Name', { exact: true })).toHaveValue('Nora again');

  const subject = uniqueSubject('From a known address');
  await openTicket(agent, subject, { Requester: email.toUpperCase() });
  await agent.goto(contact);
  await agent.getByRole('link', { name: subject }).first().click();
  await expect(agent.getByRole('heading', { level: 1, name: subject })).toBeVisible();
});
