import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TicketViewBody, ViewCountsBody } from '../../src/tickets/views/view.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const URGENT = { field: 'priority', op: 'is', value: ['urgent'] };

async function team(): Promise<Record<'owner' | 'agent' | 'narrow' | 'stranger', Person>> {
  const tenant = await newTenant(app);
  const [owner, agent] = [await tenant.join({ role: 'owner' }), await tenant.join({ role: 'agent' })];
  const narrow = await tenant.join({ role: 'agent', visibility: 'own' });
  return { owner, agent, narrow, stranger: await (await newTenant(app)).join({ role: 'owner' }) };
}

const save = async (person: Person, body: object) => bodyOf<TicketViewBody>(await person.post('/ticket-views', body).expect(201));
const names = async (person: Person) => bodyOf<{ items: TicketViewBody[] }>(await person.get('/ticket-views').expect(200)).items.map(({ name }) => name);

it('a private view is its owner’s alone; a shared one everybody’s, kept by stewards', async () => {
  const { owner, agent, narrow, stranger } = await team();
  const own = await save(agent, { name: 'My urgent', filter: URGENT });
  expect(own).toMatchObject({ filter: URGENT, sort: '-createdAt', layout: 'list', shared: false });
  const shared = await save(owner, { name: 'Urgent', filter: URGENT, sort: '-priority', layout: 'board', place: 1, shared: true });
  expect([await names(agent), await names(narrow), await names(owner), await names(stranger)]).toEqual([['Urgent', 'My urgent'], ['Urgent'], ['Urgent'], []]);
  for (const person of [owner, narrow, stranger]) {
    await person.get(`/ticket-views/${own.id}`).expect(404);
    await person.patch(`/ticket-views/${own.id}`, { name: 'Taken over' }).expect(404);
    await person.delete(`/ticket-views/${own.id}`).expect(404);
  }
  await agent.get(`/ticket-views/${shared.id}`).expect(200);
  await agent.patch(`/ticket-views/${shared.id}`, { name: 'Mine now' }).expect(403);
  await agent.patch(`/ticket-views/${own.id}`, { shared: true }).expect(403);
  await agent.post('/ticket-views', { name: 'For all', filter: URGENT, shared: true }).expect(403);
  await agent.delete(`/ticket-views/${shared.id}`).expect(403);
  await stranger.get(`/ticket-views/${shared.id}`).expect(404);
});

it('is renamed, refiltered, shared and deleted, each change seen by its version', async () => {
  const { owner, agent } = await team();
  const { id } = await save(owner, { name: 'Urgent', filter: URGENT });
  await owner.post('/ticket-views', { name: 'Urgent', filter: URGENT }).expect(409).expect(({ body }) => expect(body).toMatchObject({ errors: [{ pointer: '/name', code: 'TAKEN' }] }));
  const filter = { any: [URGENT, { field: 'tags', op: 'has', value: ['heat'] }] };
  const changed = bodyOf<TicketViewBody>(await owner.patch(`/ticket-views/${id}`, { name: 'Hot', filter, shared: true }).set('if-match', '"1"').expect(200));
  expect(changed).toMatchObject({ name: 'Hot', filter, shared: true, version: 2 });
  await owner.patch(`/ticket-views/${id}`, { name: 'Cold' }).set('if-match', '"1"').expect(412);
  expect(await names(agent)).toEqual(['Hot']);
  await owner.delete(`/ticket-views/${id}`).expect(204);
  expect(await names(agent)).toEqual([]);
});

it('takes filters only', async () => {
  const { agent } = await team();
  const refused = async (filter: unknown) => (await agent.post('/ticket-views', { name: 'x', filter }).expect(400)).body as object;
  expect(await refused({ any: [URGENT, { ...URGENT, field: 'secret' }] })).toMatchObject({ errors: [{ pointer: '/filter/any/1/field' }] });
  // PostgreSQL knows no such zone: kept, it would take the counts of all the other views with it.
  expect(await refused({ field: 'createdAt', op: 'after', value: '2026-01-01T00:00:00+23:59' })).toMatchObject({ errors: [{ pointer: '/filter/value', code: 'INVALID_FORMAT' }] });
  expect(await refused([])).toMatchObject({ errors: [{ pointer: '/filter', code: 'INVALID_TYPE' }] });
  const { id } = await save(agent, { name: 'Urgent', filter: URGENT });
  await agent.patch(`/ticket-views/${id}`, { filter: { ...URGENT, field: 'secret' } }).expect(400);
  expect(await refused({ constructor: 1 })).toMatchObject({ errors: [{ pointer: '/filter/constructor' }] });
});

it('counts every view among what the member sees', async () => {
  const { agent, narrow, owner } = await team();
  await save(owner, { name: 'Urgent', filter: URGENT, shared: true });
  const tickets: { id: string }[] = [];
  for (const priority of ['urgent', 'urgent', 'low']) tickets.push(bodyOf<{ id: string }>(await agent.post('/tickets', { subject: 'Oven', priority }).expect(201)));
  await agent.post(`/tickets/${tickets[0]!.id}/assign`, { assigneeId: agent.id }).expect(200);
  await agent.post(`/tickets/${tickets[2]!.id}/assign`, { assigneeId: narrow.id }).expect(200);
  await agent.post(`/tickets/${tickets[0]!.id}/transition`, { status: 'solved' }).expect(200);
  const counts = async (person: Person) => bodyOf<ViewCountsBody>(await person.get('/ticket-views/counts').expect(200)).items.map(({ count }) => count);
  expect(await counts(agent)).toEqual([0, 1, 2, 1, 2]);
  expect(await counts(narrow)).toEqual([1, 0, 1, 0, 0]);
  await behind(app, `INSERT INTO tickets (tenant_id, number, subject, created_by) SELECT $1::uuid, n, 'Many', $2::uuid FROM generate_series(11, 1010) n`, [agent.tenantId, agent.id]);
  // No further than to 1,000; and one that is no filter any more takes none of the others with it.
  expect(await counts(agent)).toEqual([0, 1000, 1000, 1, 2]);
  await behind(app, `UPDATE ticket_views SET filter = '{"field":"secret","op":"isEmpty"}' WHERE tenant_id = $1`, [agent.tenantId]);
  expect(await counts(agent)).toEqual([0, 1000, 1000, 1, null]);
});
