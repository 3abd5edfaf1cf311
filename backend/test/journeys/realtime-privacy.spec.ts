import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EventEnvelope } from '@kontor/contracts/events';
import type { AnsweredBody, TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { numbers, readFeed, seqs } from '../support/events.ts';
import { newTenant, type Person } from '../support/people.ts';
import { connect, recordFrames } from '../support/sockets.ts';

const channel = 'tickets:updates';
const SECRETS = ['Oven of the mayor', 'rosa@school.test', 'Rosa Secret', 'It drifts secretly', 'thermostat-secret', 'hidden-tag', 'Tom Secret'];
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Six events of one ticket, with something secret in every field. */
async function workATicket(agent: Person): Promise<TicketBody> {
  const requester = { email: 'rosa@school.test', name: 'Rosa Secret' };
  const { body } = (await agent.post('/tickets', { subject: 'Oven of the mayor', body: 'It drifts secretly', requester, tags: ['hidden-tag'] })) as { body: unknown };
  const path = `/tickets/${(body as TicketBody).id}`;
  await agent.post(`${path}/assign`, { assigneeId: agent.id }).expect(200);
  await agent.post(`${path}/reply`, { body: 'It drifts secretly, we know' }).expect(201);
  await agent.post(`${path}/note`, { body: 'thermostat-secret' }).expect(201);
  await agent.patch(path, { priority: 'high' }).expect(200);
  await agent.post(`${path}/transition`, { status: 'solved' }).expect(200);
  return body as TicketBody;
}

it('sends a client of another tenant no frame, and answers it nothing of them', async () => {
  const [ours, theirs] = [await newTenant(app), await newTenant(app)];
  const [agent, stranger] = [await ours.join({ name: 'Tom Secret' }), await theirs.join()];
  const [reader, outsider] = [await connect(app, agent.token), await connect(app, stranger.token)];
  await outsider.subscribe({ channel, since: 0 });
  await reader.subscribe({ channel });
  const frames = recordFrames(outsider);
  await workATicket(agent);
  await reader.until((events) => events.length === 6);
  expect(await readFeed(stranger)).toEqual([]);
  // Its own event comes after all of ours have been published: what was to leak would have come before it.
  await stranger.post('/tickets', { subject: 'Own' }).expect(201);
  await outsider.until((events) => events.length > 0);
  expect(seqs(outsider.events)).toEqual([1]);
  expect(frames.filter((frame) => frame.startsWith('42'))).toHaveLength(1);
  for (const secret of SECRETS) expect(frames.join()).not.toContain(secret);
  [reader, outsider].forEach(({ close }) => close());
});

it('sends a viewer of own tickets the others as redacted numbers, live, replayed and in the feed', async () => {
  const tenant = await newTenant(app);
  const agent = await tenant.join({ name: 'Tom Secret' });
  const narrow = await tenant.join({ visibility: 'own' });
  const live = await connect(app, narrow.token);
  const frames = recordFrames(live);
  await live.subscribe({ channel });
  const ticket = await workATicket(agent);
  const heard = await live.until((events) => events.length === 6);
  const late = await connect(app, narrow.token);
  const lateFrames = recordFrames(late);
  await late.subscribe({ channel, since: 0 });
  const feed = await narrow.get(`/events?channel=${channel}`).expect(200);

  expect(seqs(heard)).toEqual(numbers(1, 6));
  for (const event of heard) expect(event).toMatchObject({ redacted: true, data: null, actor: { type: 'system', id: null } });
  expect(late.events).toEqual(heard);
  expect((feed.body as { items: EventEnvelope[] }).items).toEqual(heard);
  const everything = [...frames, ...lateFrames, feed.text].join();
  for (const secret of [...SECRETS, ticket.id, agent.id, ticket.requester!.id]) expect(everything).not.toContain(secret);
  [live, late].forEach(({ close }) => close());
});

it('shows a viewer of own tickets a ticket from the moment that it is theirs, and until it is not', async () => {
  const tenant = await newTenant(app);
  const [agent, narrow] = [await tenant.join(), await tenant.join({ visibility: 'own' })];
  const reader = await connect(app, narrow.token);
  await reader.subscribe({ channel });
  const { body } = (await agent.post('/tickets', { subject: 'Passed on' }).expect(201)) as { body: unknown };
  const path = `/tickets/${(body as TicketBody).id}`;
  await agent.post(`${path}/assign`, { assigneeId: narrow.id }).expect(200);
  await agent.patch(path, { subject: 'Passed on, urgent' }).expect(200);
  await agent.post(`${path}/assign`, { assigneeId: agent.id }).expect(200);
  await agent.patch(path, { subject: 'Not theirs any more' }).expect(200);
  const events = await reader.until((all) => all.length === 5);
  expect(events.map(({ redacted }) => redacted === true)).toEqual([true, false, false, true, true]);
  reader.close();
});

it('tells of a note by its id, to nobody by its text', async () => {
  const agent = await (await newTenant(app)).join();
  const reader = await connect(app, agent.token);
  await reader.subscribe({ channel });
  const frames = recordFrames(reader);
  const { body } = (await agent.post('/tickets', { subject: 'Oven' }).expect(201)) as { body: unknown };
  const noted = await agent.post(`/tickets/${(body as TicketBody).id}/note`, { body: 'thermostat-secret' }).expect(201);
  const [, event] = await reader.until((events) => events.length === 2);
  expect(event).toMatchObject({ type: 'ticket_noted', data: { messageId: (noted.body as AnsweredBody).message.id } });
  const { text } = await agent.get(`/events?channel=${channel}`).expect(200);
  expect(frames.join() + text).not.toContain('thermostat-secret');
  reader.close();
});
