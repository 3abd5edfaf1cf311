import { expect, type Page } from '@playwright/test';
import { someone } from './support/people.ts';
import { test } from './support/test.ts';
import { uniqueSubject } from './support/tickets.ts';

let count = 0;
const unique = (words: string) => `${words} ${process.pid}-${Date.now()}-${(count += 1)}`;
const address = () => `${unique('a').replaceAll(' ', '-')}@kita.example`;

async function enter(page: Page, name: string, fields: Record<string, string> = {}): Promise<string> {
  await page.goto('/contacts/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: 'Add contact' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return page.url();
}

/** By the page's own field, not by the one on top. */
async function search(page: Page, text: string): Promise<void> {
  const field = page.getByRole('searchbox', { name: 'Name, company, address or number' });
  await field.fill(text);
  await field.press('Enter');
  await expect(page).toHaveURL(/q=/);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test('a contact is entered with its company, changed, found, archived and restored', async ({ browser }) => {
      const agent = await someone(browser, 'agent@harbor.test', '/contacts', { javaScriptEnabled });
      const [name, company, email] = [unique('Nora'), unique('Kita'), address()];
      const contact = await enter(agent, name, { 'E-mail addresses': `${email}\nsecond-${email}`, 'Phone numbers': '040 777 1234', Company: company });
      await expect(agent.getByRole('complementary', { name: 'Details' })).toContainText(`second-${email}`);
      await agent.getByRole('link', { name: 'Edit' }).click();
      await agent.getByLabel('E-mail addresses').fill('no address');
      await agent.getByRole('button', { name: 'Save' }).click();
      await expect(agent.getByLabel('E-mail addresses')).toHaveValue('no address');
      await expect(agent.getByText('Check how this is written.')).toBeVisible();
      await agent.getByLabel('E-mail addresses').fill(email);
      await agent.getByRole('button', { name: 'Save' }).click();
      await expect(agent.getByRole('region', { name: 'What happened' })).toContainText(`changed the e-mail addresses to ${email}`);

      await agent.goto('/contacts');
      await search(agent, company);
      await expect(agent.getByRole('row', { name })).toBeVisible();
      await agent.goto(contact);
      await agent.getByRole('link', { name: company }).click();
      await expect(agent.getByRole('heading', { level: 1, name: company })).toBeVisible();
      await expect(agent.getByRole('complementary', { name: 'Details' })).toContainText('1 contact');

      await agent.goto(contact);
      await agent.getByRole('link', { name: 'Archive' }).click();
      await agent.getByRole('button', { name: 'Archive' }).click();
      await agent.getByRole('link', { name: 'Back to the contact' }).click();
      await expect(agent.getByText('This contact is archived.')).toBeVisible();
      await agent.getByRole('button', { name: 'Restore' }).click();
      await expect(agent.getByText('This contact is archived.')).toBeHidden();
    });

    test('two that are one are merged side by side, and are two again', async ({ browser }) => {
      const agent = await someone(browser, 'agent@harbor.test', '/contacts', { javaScriptEnabled });
      const name = unique('Jan');
      const source = await enter(agent, `${name} Old`, { 'E-mail addresses': address() });
      const email = address();
      await enter(agent, name, { 'E-mail addresses': email });
      await agent.getByRole('link', { name: 'Merge', exact: true }).click();
      await search(agent, `${name} Old`);
      await agent.getByRole('main').getByRole('link', { name: `${name} Old` }).click();
      await agent.getByRole('radio', { name: `Name: ${name} Old` }).check();
      await agent.getByRole('button', { name: 'Merge contacts' }).click();
      await expect(agent.getByRole('heading', { level: 1, name: `${name} Old` })).toBeVisible();
      await expect(agent.getByRole('complementary', { name: 'Details' })).toContainText(email);
      await agent.goto(source);
      await agent.getByRole('button', { name: 'Undo the merge' }).click();
      await expect(agent.getByRole('button', { name: 'Undo the merge' })).toBeHidden();
      await expect(agent.getByRole('link', { name: 'Edit' })).toBeVisible();
    });

    test('a requester is picked by name, and asked back where several are meant', async ({ browser }) => {
      const agent = await someone(browser, 'agent@harbor.test', '/contacts', { javaScriptEnabled });
      const name = unique('Sam');
      await enter(agent, `${name} One`, { 'Phone numbers': '12345' });
      await enter(agent, `${name} Two`);
      await agent.goto('/tickets/new');
      const subject = uniqueSubject('Picked');
      await agent.getByLabel('Subject').fill(subject);
      await agent.getByLabel('Requester', { exact: true }).fill(name);
      await agent.getByRole('button', { name: 'Create ticket' }).click();
      await agent.getByRole('radio', { name: `${name} One · 12345` }).check();
      await expect(agent.getByLabel('Subject')).toHaveValue(subject);
      await agent.getByRole('button', { name: 'Create ticket' }).click();
      await expect(agent.getByRole('heading', { level: 1, name: subject })).toBeVisible();
      await expect(agent.getByRole('complementary').getByRole('link', { name: `${name} One` })).toBeVisible();
      await agent.goto('/tickets/new');
      await agent.getByLabel('Subject').fill(subject);
      await agent.getByLabel('Requester', { exact: true }).fill(unique('Nobody'));
      await agent.getByRole('button', { name: 'Create ticket' }).click();
      await expect(agent.getByText('Write an e-mail address instead')).toBeVisible();
    });
  });
}

test('a change that somebody else was quicker with is not overwritten', async ({ browser }) => {
  const [agent, other] = [await someone(browser, 'agent@harbor.test', '/contacts'), await someone(browser, 'owner@harbor.test', '/contacts')];
  const name = unique('Version');
  const contact = await enter(agent, name);
  await agent.goto(`${contact}/edit`);
  await agent.getByLabel('Name', { exact: true }).fill(`${name} mine`);
  await other.goto(`${contact}/edit`);
  await other.getByLabel('Name', { exact: true }).fill(`${name} theirs`);
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('heading', { level: 1, name: `${name} theirs` })).toBeVisible();
  await agent.getByRole('button', { name: 'Save' }).click();
  await expect(agent.getByRole('alert').filter({ hasText: 'Someone changed this' })).toBeVisible();
  await expect(agent.getByLabel('Name', { exact: true })).toHaveValue(`${name} mine`);
});
