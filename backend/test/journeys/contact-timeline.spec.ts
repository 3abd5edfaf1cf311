import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { CompanyBody } from '../../src/contacts/companies/company.shape.ts';
import type { ContactBody } from '../../src/contacts/contact.shape.ts';
import type { ActivityBody } from '../../src/tickets/activity/activity.shape.ts';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const timeline = async (person: Person, path: string) => bodyOf<{ items: ActivityBody[] }>(await person.get(`${path}/timeline?limit=100`).expect(200)).items.toReversed();
const told = (entries: ActivityBody[]) => entries.map(({ type, ticket, body, field, from, to }) => [type, ticket?.number ?? null, body, field, from, to]);

async function story() {
  const tenant = await newTenant(app);
  const [agent, narrow] = [await tenant.join({ name: 'Tom' }), await tenant.join({ visibility: 'own' })];
  const company = bodyOf<CompanyBody>(await agent.post('/companies', { name: 'Nord' }).expect(201));
  const rosa = bodyOf<ContactBody>(await agent.post('/contacts', { name: 'Rosa', email: 'rosa@b.test' }).expect(201));
  const oven = bodyOf<TicketBody>(await agent.post('/tickets', { subject: 'Oven', body: 'Cold.', requester: { email: 'rosa@b.test' } }).expect(201));
  await agent.post(`/tickets/${oven.id}/note`, { body: 'Thermostat?' }).expect(201);
  await agent.patch(`/contacts/${rosa.id}`, { name: 'Rosa Lind', companyId: company.id, emails: ['rosa@b.test', 'r@b.test'] }).expect(200);
  await narrow.post('/tickets', { subject: 'Van', requester: { id: rosa.id } }).expect(201);
  return { agent, narrow, company, rosa, oven };
}

it('of a contact has its tickets, what was said on them and its own changes, in order', async () => {
  const { agent, rosa } = await story();
  const entries = await timeline(agent, `/contacts/${rosa.id}`);
  expect(told(entries)).toEqual(expect.arrayContaining([
    ['ticket', 1, null, null, null, null], ['message', 1, 'Cold.', null, null, null], ['message', 1, 'Thermostat?', null, null, null],
    ['change', null, null, 'name', 'Rosa', 'Rosa Lind'], ['change', null, null, 'company', null, 'Nord'], ['change', null, null, 'emails', 'rosa@b.test', 'rosa@b.test, r@b.test'], ['ticket', 2, null, null, null, null],
  ]));
  expect(entries).toHaveLength(7);
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
  expect(entries[1]!.author).toEqual({ type: 'contact', id: rosa.id, name: 'Rosa Lind' });
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: ActivityBody[]; nextCursor: string | null } = bodyOf(await agent.get(`/contacts/${rosa.id}/timeline?limit=2${cursor && `&cursor=${cursor}`}`).expect(200));
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(seen.toReversed()).toEqual(entries.map(({ id }) => id));
});

it('of a company has that of its contacts and its own changes', async () => {
  const { agent, company, rosa } = await story();
  await agent.patch(`/companies/${company.id}`, { note: 'Lunch at noon.' }).expect(200);
  const entries = await timeline(agent, `/companies/${company.id}`);
  expect(entries).toHaveLength(8);
  expect(entries.at(-1)).toMatchObject({ type: 'change', field: 'note', contact: null });
  expect(entries.slice(0, -1).every(({ contact }) => contact?.id === rosa.id)).toBe(true);
  const numbers = async (query: string) => bodyOf<{ items: TicketBody[] }>(await agent.get(`/tickets?sort=number&${query}`).expect(200)).items.map(({ number }) => number);
  await agent.post('/tickets', { subject: 'Other' }).expect(201);
  const filter = (op: string) => `filter=${encodeURIComponent(JSON.stringify({ field: 'company', op, ...(op === 'is' ? { value: [company.id] } : {}) }))}`;
  expect([await numbers(`company=${company.id}`), await numbers(filter('is')), await numbers(filter('isEmpty'))]).toEqual([[1, 2], [1, 2], [3]]);
});

it('shows no ticket that the reader may not see', async () => {
  const { narrow, rosa, company } = await story();
  for (const path of [`/contacts/${rosa.id}`, `/companies/${company.id}`]) {
    const entries = await timeline(narrow, path);
    expect(entries.filter(({ ticket }) => ticket).map(({ ticket }) => ticket!.number)).toEqual([2]);
    expect(JSON.stringify(entries)).not.toMatch(/Cold|Thermostat|Oven/);
  }
});

it('takes a requester by id, if it is a contact here and not archived', async () => {
  const [{ agent, rosa }, { rosa: foreign }] = [await story(), await story()];
  const refused = async (requester: object) => bodyOf<Problem>(await agent.post('/tickets', { subject: 'x', requester }).expect(400)).errors?.[0];
  expect(await refused({ id: foreign.id })).toMatchObject({ pointer: '/requester/id', code: 'NOT_FOUND' });
  expect(await refused({ id: rosa.id, email: 'rosa@b.test' })).toMatchObject({ pointer: '/requester/id' });
  expect(await refused({ name: 'Rosa' })).toMatchObject({ pointer: '/requester/email', code: 'REQUIRED' });
  await agent.post(`/contacts/${rosa.id}/archive`).expect(200);
  expect(await refused({ id: rosa.id })).toMatchObject({ pointer: '/requester/id', code: 'NOT_FOUND' });
});
