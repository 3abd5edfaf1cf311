import { expect } from '@playwright/test';
import { createTenant, invite, newcomer, uniqueEmail } from './support/new-tenant.ts';
import { test } from './support/test.ts';
import { choose, openTicket } from './support/tickets.ts';

test('a member who is limited to a team sees what the team is given, for as long as both belong to it', async ({ browser }) => {
  const owner = await newcomer(browser, await createTenant('Frühküche'), 'Olga Wirt');
  const member = await newcomer(browser, await invite(owner, uniqueEmail('nora'), { Sees: 'Tickets of their teams' }), 'Nora Nacht');
  await openTicket(owner, 'The oven is cold');
  const oven = owner.url();
  await member.goto('/tickets');
  await expect(member.getByRole('heading', { name: 'No tickets yet' })).toBeVisible();

  await owner.goto('/people/teams/new');
  await owner.getByRole('textbox', { name: 'Name' }).fill('Night kitchen');
  await owner.getByRole('checkbox', { name: 'Nora Nacht' }).check();
  await owner.getByRole('button', { name: 'Create team' }).click();
  await expect(owner.getByRole('row', { name: 'Night kitchen' })).toContainText('1 member');
  await owner.goto(oven);
  await choose(owner, 'Team', 'Night kitchen');
  await expect(member.getByRole('link', { name: 'The oven is cold' })).toBeVisible();

  await owner.goto('/people/teams');
  await owner.getByRole('link', { name: 'Night kitchen' }).click();
  await owner.getByRole('checkbox', { name: 'Nora Nacht' }).uncheck();
  await owner.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText('Saved.')).toBeVisible();
  await member.goto(oven);
  await expect(member.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});

test('a team is made, given a ticket and closed after a question by plain forms', async ({ browser }) => {
  const owner = await newcomer(browser, await createTenant('Spätküche'), 'Olga Wirt', { javaScriptEnabled: false });
  await owner.goto('/people/teams/new');
  await owner.getByRole('textbox', { name: 'Name' }).fill('Day kitchen');
  await owner.getByRole('button', { name: 'Create team' }).click();
  await openTicket(owner, 'The sink drips');
  const sink = owner.url();
  await choose(owner, 'Team', 'Day kitchen', true);
  await owner.goto('/people/teams');
  await owner.getByRole('link', { name: 'Day kitchen' }).click();
  await owner.getByRole('link', { name: 'Close team' }).click();
  await owner.getByRole('button', { name: 'Close team' }).click();
  await expect(owner.getByRole('heading', { name: 'No teams yet' })).toBeVisible();
  await owner.goto(sink);
  await expect(owner.getByRole('region', { name: 'Conversation' })).toContainText('took it from the team Day kitchen');
});
