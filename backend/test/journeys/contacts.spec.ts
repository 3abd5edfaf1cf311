import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { EventEnvelope } from '@kontor/contracts/events';
import type { ContactBody } from '../../src/contacts/contact.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('creates a contact with a folded address, tells it, and reads it again', async () => {
  const agent = await (await newTenant(app)).join({ role: 'agent' });
  const answer = await agent.post('/contacts', { name: ' Rosa ', email: 'Rosa@School.test', phone: null }).expect(201);
  const contact = bodyOf<ContactBody>(answer);
  expect(contact).toMatchObject({ name: 'Rosa', email: 'rosa@school.test', phone: null, version: 1 });
  expect(answer.headers['location']).toBe(`/api/v1/contacts/${contact.id}`);
  expect(bodyOf<ContactBody>(await agent.get(`/contacts/${contact.id}`).expect(200).expect('etag', '"1"'))).toEqual(contact);
  const { items } = bodyOf<{ items: EventEnvelope[] }>(await agent.get('/events?channel=contacts:updates').expect(200));
  expect(items).toMatchObject([{ seq: 1, type: 'contact_created', data: contact, actor: { type: 'user', id: agent.id } }]);
});

it('takes an address once in a workspace, however it is written and however many try at once', async () => {
  const [agent, elsewhere] = [await (await newTenant(app)).join(), await (await newTenant(app)).join()];
  const answers = await Promise.all(['rosa@b.test', 'ROSA@b.test', ' rosa@B.test', 'rosa@b.test'].map((email) => agent.post('/contacts', { name: 'Rosa', email })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  const refused = bodyOf<Problem>(answers.find(({ status }) => status === 409)!);
  expect(refused).toMatchObject({ code: 'CONFLICT', errors: [{ pointer: '/email', code: 'TAKEN' }] });
  await elsewhere.post('/contacts', { name: 'Rosa', email: 'rosa@b.test' }).expect(201);
  for (const n of [1, 2]) await agent.post('/contacts', { name: `Nobody ${n}` }).expect(201);
});

it('lists by name and creation, finds by address, and pages over equal names', async () => {
  const agent = await (await newTenant(app)).join();
  for (const [n, name] of ['Rosa', 'Jan', 'Rosa', 'Sari', 'Rosa'].entries()) await agent.post('/contacts', { name, email: `c${n}@b.test` }).expect(201);
  const names = async (query: string) => bodyOf<{ items: ContactBody[] }>(await agent.get(`/contacts?${query}`).expect(200)).items.map(({ name }) => name);
  expect(await names('')).toEqual(['Jan', 'Rosa', 'Rosa', 'Rosa', 'Sari']);
  expect(await names('sort=-name')).toEqual(['Sari', 'Rosa', 'Rosa', 'Rosa', 'Jan']);
  expect(await names('sort=-createdAt&limit=2')).toEqual(['Rosa', 'Sari']);
  expect(await names('email=C1@B.test')).toEqual(['Jan']);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: ContactBody[]; nextCursor: string | null } = bodyOf(await agent.get(`/contacts?limit=2&${cursor && `cursor=${cursor}`}`).expect(200));
    seen.push(...page.items.map(({ email }) => email!));
    cursor = page.nextCursor;
  }
  expect(seen.toSorted()).toEqual(['c0@b.test', 'c1@b.test', 'c2@b.test', 'c3@b.test', 'c4@b.test']);
});

it.each([{}, { name: '' }, { name: '  ' }, { name: 'x'.repeat(121) }, { name: 'x', email: 'no address' }, { name: 'x', email: '' }, { name: 'x', phone: 'x'.repeat(41) }, { name: 'a\u0000b' }, { name: 'a\ud800b' }, { name: 1 }])('refuses %j', async (body) => {
  const agent = await (await newTenant(app)).join();
  expect(bodyOf<Problem>(await agent.post('/contacts', body).expect(400)).code).toBe('VALIDATION_FAILED');
});

it('keeps what is odd but text', async () => {
  const agent = await (await newTenant(app)).join();
  for (const name of ["Robert'); DROP TABLE contacts;--", '👩‍👩‍👧', 'المطبخ', '<b>x</b>', '\\u0000', 'x'.repeat(120), '👋'.repeat(120)]) {
    const { id } = bodyOf<ContactBody>(await agent.post('/contacts', { name }).expect(201));
    expect(bodyOf<ContactBody>(await agent.get(`/contacts/${id}`)).name).toBe(name);
  }
});
