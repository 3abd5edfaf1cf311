import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { ContactBody } from '../../src/contacts/contact.shape.ts';
import type { DuplicateBody } from '../../src/contacts/merging/duplicate.shape.ts';
import type { RelationsBody } from '../../src/tickets/relations/relations.shape.ts';
import type { TicketBody, TimelineEntryBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
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
const read = async (person: Person, id: string) => bodyOf<ContactBody>(await person.get(`/contacts/${id}`).expect(200));
const ask = async (person: Person, email: string, subject = 'Oven') => bodyOf<TicketBody>(await person.post('/tickets', { subject, body: 'It drifts.', requester: { email } }).expect(201));
const asked = async (person: Person, id: string) => bodyOf<{ items: TicketBody[] }>(await person.get(`/tickets?requester=${id}&sort=number`).expect(200)).items.map(({ number }) => number);
const without = ({ version: _, updatedAt: __, ...rest }: ContactBody) => rest;

describe('a merge', () => {
  it('moves addresses, tickets and messages, tells it, and is undone to what was', async () => {
    const agent = await agentOf();
    const target = await contact(agent, { name: 'Rosa', emails: ['rosa@b.test'], phones: ['1111'], externalId: 'crm-1' });
    const source = await contact(agent, { name: 'R. Lind', emails: ['lind@b.test', 'rl@b.test'], phones: ['1111', '2222'], externalId: 'crm-2' });
    const [first, second] = [await ask(agent, 'rosa@b.test'), await ask(agent, 'lind@b.test')];
    const merged = bodyOf<ContactBody>(await agent.post(`/contacts/${target.id}/merge`, { sourceId: source.id, take: ['name', 'email'] }).set('if-match', '"1"').expect(200));
    expect(merged).toMatchObject({ name: 'R. Lind', emails: ['lind@b.test', 'rosa@b.test', 'rl@b.test'], phones: ['1111', '2222'], externalId: 'crm-1', version: 2 });
    expect(await read(agent, source.id)).toMatchObject({ mergedInto: target.id, emails: [], email: null, archivedAt: expect.stringMatching(/Z$/) });
    expect(bodyOf<{ items: ContactBody[] }>(await agent.get(`/contacts?mergedInto=${target.id}`).expect(200)).items.map(({ id }) => id)).toEqual([source.id]);
    expect([await asked(agent, target.id), await asked(agent, source.id)]).toEqual([[first.number, second.number], []]);
    const story = bodyOf<{ items: TimelineEntryBody[] }>(await agent.get(`/tickets/${second.id}/timeline`)).items;
    expect(story.map(({ field, from, to, author }) => [field, from, to, author.id])).toEqual([['requester', 'R. Lind', 'R. Lind', agent.id], [null, null, null, target.id]]);
    expect((await ask(agent, 'rl@b.test')).requester?.id).toBe(target.id);
    expect((await readFeed(agent)).filter(({ type }) => type === 'ticket_updated').map(({ data }) => (data as TicketBody).id)).toEqual([second.id]);
    await agent.post(`/contacts/${source.id}/restore`).expect(409);
    const put = bodyOf<ContactBody>(await agent.put('/contacts/by-external-id/crm-2', { name: 'R. Lind', emails: merged.emails, phones: merged.phones }).expect(200));
    expect(put).toMatchObject({ id: target.id, externalId: 'crm-1', version: 2 });

    const restored = bodyOf<ContactBody>(await agent.post(`/contacts/${source.id}/unmerge`).expect(200));
    expect([without(restored), without(await read(agent, target.id))]).toEqual([without(source), without(target)]);
    expect([await asked(agent, target.id), await asked(agent, source.id)]).toEqual([[first.number, 3], [second.number]]);
    expect(bodyOf<{ items: TimelineEntryBody[] }>(await agent.get(`/tickets/${second.id}/timeline`)).items.at(-1)?.author.id).toBe(source.id);
    const told = (await readFeed(agent, 'contacts:updates')).map(({ type, data }) => [type, (data as ContactBody).id]);
    expect(told.slice(2)).toEqual([['contact_merged', target.id], ['contact_updated', target.id], ['contact_unmerged', source.id]]);
  });

  it('swaps external ids where the source’s is taken, and both lead to the target', async () => {
    const agent = await agentOf();
    const [target, source] = [await contact(agent, { name: 'A', externalId: 'one' }), await contact(agent, { name: 'B', externalId: 'two' })];
    expect(bodyOf<ContactBody>(await agent.post(`/contacts/${target.id}/merge`, { sourceId: source.id, take: ['externalId'] }).expect(200)).externalId).toBe('two');
    for (const id of ['one', 'two']) expect(bodyOf<ContactBody>(await agent.put(`/contacts/by-external-id/${id}`, { name: 'A' }).expect(200)).id).toBe(target.id);
    await agent.post(`/contacts/${source.id}/unmerge`).expect(200);
    expect([(await read(agent, target.id)).externalId, (await read(agent, source.id)).externalId]).toEqual(['one', 'two']);
  });

  it('takes the source’s part in tickets that others had asked for along, and back', async () => {
    const agent = await agentOf();
    const [target, source] = [await contact(agent, { name: 'A', email: 'a@b.test' }), await contact(agent, { name: 'B', email: 'b@b.test' })];
    const [part, whole] = [await ask(agent, 'b@b.test'), await ask(agent, 'c@b.test')];
    await agent.post(`/tickets/${part.id}/merge`, { into: whole.id }).expect(200);
    const taking = async () => bodyOf<RelationsBody>(await agent.get(`/tickets/${whole.id}/relations`).expect(200)).participants.map(({ name }) => name);
    await agent.post(`/contacts/${target.id}/merge`, { sourceId: source.id }).expect(200);
    expect(await taking()).toEqual(['A']);
    await agent.post(`/contacts/${source.id}/unmerge`).expect(200);
    expect(await taking()).toEqual(['B']);
  });

  it('leaves what was changed since, and goes back only one by one', async () => {
    const agent = await agentOf();
    const [a, b, c] = [await contact(agent, { name: 'A', email: 'a@b.test' }), await contact(agent, { name: 'B' }), await contact(agent, { name: 'C' })];
    const ticket = await ask(agent, 'a@b.test');
    await agent.post(`/contacts/${b.id}/merge`, { sourceId: a.id, take: ['name'] }).expect(200);
    await agent.post(`/contacts/${c.id}/merge`, { sourceId: b.id }).expect(200);
    await agent.post(`/contacts/${a.id}/unmerge`).expect(409);
    await agent.post(`/contacts/${b.id}/unmerge`).expect(200);
    await agent.patch(`/contacts/${b.id}`, { name: 'New' }).expect(200);
    await agent.patch(`/tickets/${ticket.id}`, { requester: { id: c.id } }).expect(200);
    await agent.post(`/contacts/${a.id}/unmerge`).expect(200);
    expect([(await read(agent, b.id)).name, (await read(agent, a.id)).email]).toEqual(['New', 'a@b.test']);
    expect(await asked(agent, c.id)).toEqual([ticket.number]);
    await agent.post(`/contacts/${a.id}/unmerge`).expect(409);
  });

  it('is refused with itself, with what is unknown, archived or another tenant’s, and over a newer version', async () => {
    const [agent, stranger] = [await agentOf(), await agentOf()];
    const [a, b, foreign] = [await contact(agent, { name: 'A' }), await contact(agent, { name: 'B' }), await contact(stranger, { name: 'C' })];
    const refused = async (sourceId: string, status: number) => bodyOf<Problem>(await agent.post(`/contacts/${a.id}/merge`, { sourceId }).expect(status));
    expect((await refused(a.id, 400)).errors).toMatchObject([{ pointer: '/sourceId', code: 'INVALID_VALUE' }]);
    expect((await refused(a.id.toUpperCase(), 400)).errors).toMatchObject([{ pointer: '/sourceId', code: 'INVALID_VALUE' }]);
    expect((await refused(foreign.id, 400)).errors).toMatchObject([{ pointer: '/sourceId', code: 'NOT_FOUND' }]);
    await agent.post(`/contacts/${foreign.id}/merge`, { sourceId: a.id }).expect(404);
    await agent.patch(`/contacts/${a.id}`, { name: 'A2' }).expect(200);
    await agent.post(`/contacts/${a.id}/merge`, { sourceId: b.id }).set('if-match', '"1"').expect(412);
    await agent.post(`/contacts/${b.id}/archive`).expect(200);
    await refused(b.id, 409);
    const viewer = await (await newTenant(app)).join({ role: 'viewer' });
    await viewer.post(`/contacts/${a.id}/merge`, { sourceId: b.id }).expect(403);
  });

  it('of two into each other at once happens once, and no ticket that comes in meanwhile is left behind', async () => {
    const agent = await agentOf();
    const [a, b] = [await contact(agent, { name: 'A', email: 'a@b.test' }), await contact(agent, { name: 'B', email: 'b@b.test' })];
    const asking = Array.from({ length: 12 }, (_, n) => ask(agent, n % 2 ? 'a@b.test' : 'b@b.test'));
    const [one, other] = await Promise.all([agent.post(`/contacts/${a.id}/merge`, { sourceId: b.id }), agent.post(`/contacts/${b.id}/merge`, { sourceId: a.id }), ...asking]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    const [winner, loser] = one.status === 200 ? [a, b] : [b, a];
    expect([(await asked(agent, winner.id)).length, await asked(agent, loser.id)]).toEqual([12, []]);
  });
});

it('suggests who may be the same, by name however written and by number, but not by the number of a house', async () => {
  const agent = await agentOf();
  const [anke, petersen, jan] = [await contact(agent, { name: 'Anke Petersen' }), await contact(agent, { name: 'PETERSEN, Anke', phones: ['040 5550-1'] }), await contact(agent, { name: 'Jan', phones: ['(040) 55501'] })];
  for (const n of [1, 2, 3, 4]) await contact(agent, { name: `Colleague ${n}`, phones: ['040 999 000'] });
  const pairs = async (path: string) => bodyOf<{ items: DuplicateBody[] }>(await agent.get(path).expect(200)).items.map(({ reason, contact: one, other }) => [reason, one.id, other.id]);
  expect(await pairs('/contacts/duplicates')).toEqual([['name', anke.id, petersen.id], ['phone', petersen.id, jan.id]]);
  expect(await pairs(`/contacts/${petersen.id}/duplicates`)).toEqual([['name', petersen.id, anke.id], ['phone', petersen.id, jan.id]]);
  await agent.post(`/contacts/${anke.id}/archive`).expect(200);
  expect(await pairs('/contacts/duplicates')).toEqual([['phone', petersen.id, jan.id]]);
});

it('knows every table that refers to a contact', async () => {
  const tables = await asSuperuser(app.database.superuserUrl, async (client) => {
    const { rows } = await client.query<{ reference: string }>(`SELECT DISTINCT f.conrelid::regclass || '.' || a.attname AS reference FROM pg_constraint f
      JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = ANY(f.conkey) AND a.attname <> 'tenant_id'
      WHERE f.contype = 'f' AND f.confrelid = 'contacts'::regclass ORDER BY 1`);
    return rows.map(({ reference }) => reference);
  });
  // Whoever adds one moves its rows by a reaction of `ContactMerging`, or says here why they stay.
  expect(tables).toEqual([
    'contact_addresses.contact_id', 'contact_changes.contact_id', 'contact_merges.source_id', 'contact_merges.target_id', 'contact_terms.contact_id', 'contacts.merged_into',
    'ticket_messages.contact_id', 'ticket_participants.contact_id', 'tickets.requester_id',
  ]);
});
