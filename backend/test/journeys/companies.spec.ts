import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { CompanyBody } from '../../src/contacts/companies/company.shape.ts';
import type { ContactBody } from '../../src/contacts/contact.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { readFeed } from '../support/events.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const agentOf = async () => (await newTenant(app)).join({ role: 'agent' });
const found = async (person: Person, query: string) => bodyOf<{ items: CompanyBody[] }>(await person.get(`/companies?${query}`).expect(200)).items.map(({ name }) => name);
const company = async (person: Person, body: object) => bodyOf<CompanyBody>(await person.post('/companies', body).expect(201));

it('enters, finds, changes, archives and restores a company, and tells each', async () => {
  const agent = await agentOf();
  const made = await company(agent, { name: ' Grundschule Süd ', domain: 'Grundschule-Sued.example' });
  expect(made).toMatchObject({ name: 'Grundschule Süd', domain: 'grundschule-sued.example', note: null, contacts: 0, version: 1 });
  await company(agent, { name: 'Kita Elbwiese' });
  for (const q of ['sud', 'GRUND', 'sued.example', 'süd grundschule']) expect([q, await found(agent, `q=${encodeURIComponent(q)}`)]).toEqual([q, ['Grundschule Süd']]);
  expect(await found(agent, 'q=%25')).toEqual([]);
  const changed = bodyOf<CompanyBody>(await agent.patch(`/companies/${made.id}`, { note: 'Lunch at noon.', domain: null }).set('if-match', '"1"').expect(200));
  expect(changed).toMatchObject({ note: 'Lunch at noon.', domain: null, version: 2 });
  expect(bodyOf<Problem>(await agent.patch(`/companies/${made.id}`, { name: 'x' }).set('if-match', '"1"').expect(412)).current).toEqual(changed);
  await agent.post(`/companies/${made.id}/archive`).expect(200);
  expect([await found(agent, ''), await found(agent, 'archived=true')]).toEqual([['Kita Elbwiese'], ['Grundschule Süd']]);
  await agent.patch(`/companies/${made.id}`, { name: 'x' }).expect(409);
  expect(bodyOf<CompanyBody>(await agent.post(`/companies/${made.id}/restore`).expect(200)).archivedAt).toBeNull();
  expect((await readFeed(agent, 'contacts:updates')).map(({ type }) => type)).toEqual(['company_created', 'company_created', 'company_updated', 'company_archived', 'company_restored']);
});

it('takes a name once, however it is written, unless the other is archived', async () => {
  const agent = await agentOf();
  const { id } = await company(agent, { name: 'Müller & Söhne' });
  const answers = await Promise.all(['MULLER SÖHNE', 'Müller, Sohne', 'müller & söhne'].map((name) => agent.post('/companies', { name })));
  expect(answers.map((answer) => [answer.status, bodyOf<Problem>(answer).errors?.[0]?.pointer])).toEqual(Array(3).fill([409, '/name']));
  await agent.post(`/companies/${id}/archive`).expect(200);
  await company(agent, { name: 'Muller Sohne' });
  await agent.post(`/companies/${id}/restore`).expect(409);
});

it('has contacts, who are found by it', async () => {
  const [agent, stranger] = [await agentOf(), await agentOf()];
  const { id } = await company(agent, { name: 'Nordlicht GmbH' });
  const contact = bodyOf<ContactBody>(await agent.post('/contacts', { name: 'Rosa', companyId: id }).expect(201));
  expect(contact.company).toEqual({ id, name: 'Nordlicht GmbH' });
  await agent.post('/contacts', { name: 'Jan' }).expect(201);
  const names = async (query: string) => bodyOf<{ items: ContactBody[] }>(await agent.get(`/contacts?${query}`).expect(200)).items.map(({ name }) => name);
  expect([await names(`company=${id}`), await names('q=nordl'), await names('q=rosa%20nord')]).toEqual([['Rosa'], ['Rosa'], ['Rosa']]);
  await agent.patch(`/companies/${id}`, { name: 'Südlicht' }).expect(200);
  expect([await names('q=nordl'), await names('q=sudlicht')]).toEqual([[], ['Rosa']]);
  expect(bodyOf<CompanyBody>(await agent.get(`/companies/${id}`)).contacts).toBe(1);
  const mine = bodyOf<CompanyBody>(await stranger.post('/companies', { name: 'Nordlicht GmbH' }).expect(201));
  for (const answer of [agent.post('/contacts', { name: 'x', companyId: mine.id }), agent.patch(`/contacts/${contact.id}`, { companyId: mine.id })]) {
    expect(bodyOf<Problem>(await answer.expect(400)).errors).toMatchObject([{ pointer: '/companyId', code: 'NOT_FOUND' }]);
  }
});

it.each([{}, { name: ' ' }, { name: 'x'.repeat(121) }, { name: 'x', domain: 'no domain' }, { name: 'x', domain: 'https://x.example' }, { name: 'x', note: 'x'.repeat(2001) }, { name: 'a\u0000' }])('refuses %j', async (body) => {
  await (await agentOf()).post('/companies', body).expect(400);
});
