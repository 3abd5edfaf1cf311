import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { ContactBody } from '../../src/contacts/contact.shape.ts';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
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
const contact = async (person: Person, body: object) => bodyOf<ContactBody>(await person.post('/contacts', body).expect(201));
const names = async (person: Person, query: string) => bodyOf<{ items: ContactBody[] }>(await person.get(`/contacts?${query}`).expect(200)).items.map(({ name }) => name);

describe('addresses', () => {
  it('are several, the first the primary one, and each belongs to one contact', async () => {
    const agent = await agentOf();
    const rosa = await contact(agent, { name: 'Rosa', emails: ['Rosa@School.test', 'rosa@home.test'], phones: ['+49 40 5550', '0171 22'] });
    expect(rosa).toMatchObject({ email: 'rosa@school.test', phone: '+49 40 5550', emails: ['rosa@school.test', 'rosa@home.test'], phones: ['+49 40 5550', '0171 22'] });
    const refused = bodyOf<Problem>(await agent.post('/contacts', { name: 'Jan', emails: ['jan@b.test', 'rosa@HOME.test'] }).expect(409));
    expect(refused.errors).toMatchObject([{ pointer: '/emails/1', code: 'TAKEN' }]);
    const swapped = bodyOf<ContactBody>(await agent.patch(`/contacts/${rosa.id}`, { emails: ['rosa@home.test', 'rosa@school.test'] }).expect(200));
    expect(swapped).toMatchObject({ email: 'rosa@home.test', version: 2 });
    const ticket = bodyOf<TicketBody>(await agent.post('/tickets', { subject: 'Oven', requester: { email: 'rosa@school.test' } }).expect(201));
    expect(ticket.requester).toEqual({ id: rosa.id, name: 'Rosa', email: 'rosa@home.test' });
    await agent.patch(`/contacts/${rosa.id}`, { emails: ['rosa@home.test'] }).expect(200);
    expect(await contact(agent, { name: 'New', emails: ['rosa@school.test'] })).toMatchObject({ emails: ['rosa@school.test'] });
  });

  it('are refused twice in one contact, beyond ten, and said in two ways', async () => {
    const agent = await agentOf();
    for (const body of [{ emails: ['a@b.test', 'A@b.test'] }, { emails: Array.from({ length: 11 }, (_, n) => `a${n}@b.test`) }, { emails: ['no address'] }, { email: 'a@b.test', emails: [] }, { phones: ['x'.repeat(41)] }]) {
      await agent.post('/contacts', { name: 'x', ...body }).expect(400);
    }
  });

  it('of an archived contact are free, and come back if they still are', async () => {
    const agent = await agentOf();
    const rosa = await contact(agent, { name: 'Rosa', email: 'rosa@b.test' });
    await agent.post(`/contacts/${rosa.id}/archive`).expect(200);
    expect([await names(agent, ''), await names(agent, 'archived=true'), await names(agent, 'q=rosa')]).toEqual([[], ['Rosa'], []]);
    await agent.patch(`/contacts/${rosa.id}`, { name: 'x' }).expect(409);
    const other = await contact(agent, { name: 'Other', email: 'rosa@b.test' });
    expect(bodyOf<Problem>(await agent.post(`/contacts/${rosa.id}/restore`).expect(409)).errors).toMatchObject([{ pointer: '/emails/0', code: 'TAKEN' }]);
    await agent.patch(`/contacts/${other.id}`, { emails: [] }).expect(200);
    const restored = bodyOf<ContactBody>(await agent.post(`/contacts/${rosa.id}/restore`).expect(200));
    expect(restored).toMatchObject({ email: 'rosa@b.test', archivedAt: null });
    expect((await readFeed(agent, 'contacts:updates')).map(({ type }) => type)).toEqual(['contact_created', 'contact_archived', 'contact_created', 'contact_updated', 'contact_restored']);
  });

  it('changed at once by two give one what the other had not seen', async () => {
    const agent = await agentOf();
    const { id } = await contact(agent, { name: 'Rosa' });
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => agent.patch(`/contacts/${id}`, { emails: [`${name}@b.test`] }).set('if-match', '"1"')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const winner = bodyOf<ContactBody>(answers.find(({ status }) => status === 200)!);
    for (const answer of answers.filter(({ status }) => status === 412)) expect(bodyOf<Problem>(answer).current).toEqual(winner);
  });
});

it('finds by beginnings of words, addresses and any part of a number, without case and marks', async () => {
  const agent = await agentOf();
  await contact(agent, { name: 'Jürgen Ahrens-Müller', emails: ['ahrens@speicherstadt.example'], phones: ['+49 (40) 5550 161'] });
  await contact(agent, { name: 'Siti Nurhaliza', emails: ['siti@dapur.example'], phones: ['0812-3456-7890'] });
  await contact(agent, { name: '李小龍' });
  const sought: [string, string[]][] = [
    ['jurg', ['Jürgen Ahrens-Müller']], ['MÜLL ahr', ['Jürgen Ahrens-Müller']], ['urgen', []], ['ahrens@spei', ['Jürgen Ahrens-Müller']], ['speicherstadt.example', ['Jürgen Ahrens-Müller']],
    ['040 5550161', ['Jürgen Ahrens-Müller']], ['+49 40 5550', ['Jürgen Ahrens-Müller']], ['3456', ['Siti Nurhaliza']], ['0812', ['Siti Nurhaliza']], ['siti jurgen', []], ['李', ['李小龍']],
    ['%', []], ['_', []], [`' OR 1=1 --`, []], ['\u{10FFFF}', []], ['x'.repeat(200), []],
  ];
  for (const [q, expected] of sought) expect([q, await names(agent, `q=${encodeURIComponent(q)}`)]).toEqual([q, expected]);
});

describe('PUT by external id', () => {
  it('makes one contact, however many put at once', async () => {
    const agent = await agentOf();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => agent.put('/contacts/by-external-id/crm-7', { name: `Rosa ${n}`, emails: [`rosa${n}@b.test`] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 49 }, () => 200), 201]);
    expect(new Set(answers.map((answer) => bodyOf<ContactBody>(answer).id)).size).toBe(1);
    const { items } = bodyOf<{ items: ContactBody[] }>(await agent.get('/contacts?externalId=crm-7').expect(200));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ emails: [expect.stringMatching(/^rosa\d+@b\.test$/)], version: 50 });
  });

  it('replaces all of it, says where it is, and changes nothing twice', async () => {
    const agent = await agentOf();
    const id = encodeURIComponent('CRM/7 ä%');
    const made = await agent.put(`/contacts/by-external-id/${id}`, { name: 'Rosa', emails: ['rosa@b.test'], phones: ['1234'] }).expect(201);
    const contactId = bodyOf<ContactBody>(made).id;
    expect(made.headers).toMatchObject({ location: `/api/v1/contacts/${contactId}`, etag: '"1"' });
    const body = { name: 'Rosa Lind', emails: ['rosa@b.test'] };
    const replaced = bodyOf<ContactBody>(await agent.put(`/contacts/by-external-id/${id}`, body).expect(200));
    expect(replaced).toMatchObject({ id: contactId, name: 'Rosa Lind', externalId: 'CRM/7 ä%', phones: [], version: 2 });
    expect(bodyOf<ContactBody>(await agent.put(`/contacts/by-external-id/${id}`, body).expect(200)).version).toBe(2);
    await agent.put(`/contacts/by-external-id/other`, body).expect(409);
    await agent.post(`/contacts/${contactId}/archive`).expect(200);
    expect(bodyOf<ContactBody>(await agent.put(`/contacts/by-external-id/${id}`, body).expect(200))).toMatchObject({ id: contactId, archivedAt: null });
    await agent.put(`/contacts/by-external-id/${'x'.repeat(101)}`, body).expect(404);
    await agent.put(`/contacts/by-external-id/${'ä'.repeat(100)}`, { name: 'x' }).expect(201);
  });
});
