import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LINK_KINDS, OPPOSITE_LINKS } from '@kontor/contracts/tickets';
import type { Problem } from '@kontor/contracts/errors';
import type { TicketBody, TimelineEntryBody } from '../../src/tickets/ticket.shape.ts';
import type { RelationsBody } from '../../src/tickets/relations/relations.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const agentOf = async () => (await newTenant(app)).join({ role: 'agent' });
const create = async (person: Person) => bodyOf<TicketBody>(await person.post('/tickets', { subject: 'x' }).expect(201)).id;
const link = (person: Person, id: string, ticketId: string, kind: string) => person.post(`/tickets/${id}/link`, { ticketId, kind });
const links = async (person: Person, id: string) => bodyOf<RelationsBody>(await person.get(`/tickets/${id}/relations`).expect(200)).links.map(({ kind, ticket }) => [kind, ticket.id]);

it.each(LINK_KINDS)('%s reads right from both sides, stands in both histories, and is taken away from either', async (kind) => {
  const agent = await agentOf();
  const [a, b] = [await create(agent), await create(agent)];
  await link(agent, a, b, kind).expect(200);
  expect([await links(agent, a), await links(agent, b)]).toEqual([[[kind, b]], [[OPPOSITE_LINKS[kind], a]]]);
  await agent.post(`/tickets/${b}/unlink`, { ticketId: a }).expect(200);
  expect([await links(agent, a), await links(agent, b)]).toEqual([[], []]);
  const { items } = bodyOf<{ items: TimelineEntryBody[] }>(await agent.get(`/tickets/${a}/timeline`).expect(200));
  expect(items.map(({ field, from, to }) => [field, from, to])).toEqual([[kind, '2', null], [kind, null, '2']]);
  const events = bodyOf<{ items: { type: string; data: { id: string } }[] }>(await agent.get('/events?channel=tickets:updates&after=2').expect(200));
  expect(events.items.map(({ type, data }) => [type, data.id])).toEqual([['ticket_linked', a], ['ticket_linked', b], ['ticket_unlinked', b], ['ticket_unlinked', a]]);
});

it('refuses itself, a second link of a pair, a second parent, and a circle of parents', async () => {
  const agent = await agentOf();
  const [a, b, c] = [await create(agent), await create(agent), await create(agent)];
  await link(agent, a, a, 'related').expect(400);
  await link(agent, a, b, 'parent').expect(200);
  for (const [from, to, kind] of [[a, b, 'parent'], [b, a, 'related'], [a, c, 'parent'], [c, a, 'child']] as const) {
    expect(bodyOf<Problem>(await link(agent, from, to, kind).expect(409))).toMatchObject({ code: 'CONFLICT', errors: [{ pointer: '/ticketId' }] });
  }
  await link(agent, b, c, 'parent').expect(200);
  await agent.post(`/tickets/${a}/unlink`, { ticketId: b }).expect(200);
  await link(agent, a, b, 'parent').expect(200);
  await link(agent, c, a, 'parent').expect(409);
  await agent.post(`/tickets/${a}/unlink`, { ticketId: c }).expect(400);
  await agent.post(`/tickets/${c}/merge`, { into: a }).expect(200);
  await link(agent, c, a, 'related').expect(409);
  await agent.post(`/tickets/${c}/unlink`, { ticketId: b }).expect(409);
});

it('of parents made at once that share no ticket never close a circle', async () => {
  const agent = await agentOf();
  for (let round = 0; round < 5; round += 1) {
    const [a, b, c, d] = [await create(agent), await create(agent), await create(agent), await create(agent)];
    await link(agent, a, b, 'parent').expect(200);
    await link(agent, c, d, 'parent').expect(200);
    const answers = await Promise.all([link(agent, b, c, 'parent'), link(agent, d, a, 'parent')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  }
});

it('of parents made at once in a circle of three leaves one out', async () => {
  const agent = await agentOf();
  const ids = [await create(agent), await create(agent), await create(agent)];
  const answers = await Promise.all(ids.map((id, n) => link(agent, id, ids[(n + 1) % 3]!, 'parent')));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
});

it('shows nothing of a linked ticket that the reader may not see', async () => {
  const tenant = await newTenant(app);
  const [agent, narrow] = [await tenant.join({ role: 'agent' }), await tenant.join({ role: 'agent', visibility: 'own' })];
  const [own, hidden] = [await create(narrow), await create(agent)];
  await link(agent, own, hidden, 'related').expect(200);
  expect(await links(narrow, own)).toEqual([]);
  const { items } = bodyOf<{ items: TimelineEntryBody[] }>(await narrow.get(`/tickets/${own}/timeline`).expect(200));
  expect(items).toMatchObject([{ field: 'related', from: null, to: '', ticket: null }]);
  await narrow.post(`/tickets/${own}/unlink`, { ticketId: hidden }).expect(400);
});
