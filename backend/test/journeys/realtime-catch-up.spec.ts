import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { EventEnvelope } from '@kontor/contracts/events';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
import { append, numbers, readFeed, seqs, type FeedBody } from '../support/events.ts';
import { newTenant, type Person } from '../support/people.ts';
import { connect } from '../support/sockets.ts';

const channel = 'tickets:updates';
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Events of another reader of the tenant, numbered on from what there is. */
const happen = async (person: Person, count: number, type: EventEnvelope['type'] = 'ticket_updated') => {
  for (const n of numbers(1, count)) await append(app, person, [{ channel, type, data: { n } }]);
};

it('brings a client that was away again and again up to date: each event once, in order, while more happen', async () => {
  const agent = await (await newTenant(app)).join();
  const heard: EventEnvelope[] = [];
  const writing = happen(agent, 120);
  for (let seen = 0; seen < 120; seen = heard.length) {
    const reader = await connect(app, agent.token);
    const answer = await reader.subscribe({ channel, since: seen });
    expect(answer).toMatchObject({ ok: true, channel });
    heard.push(...(await reader.until((events) => events.length > 0)));
    reader.close();
  }
  await writing;
  expect(seqs(heard)).toEqual(numbers(1, 120));
});

it('replays more than a page of what was missed, then goes on live', async () => {
  const agent = await (await newTenant(app)).join();
  await append(app, agent, numbers(1, 1_100).map((n) => ({ channel, type: 'ticket_updated', data: { n } })));
  const reader = await connect(app, agent.token);
  expect(await reader.subscribe({ channel, since: 40 })).toEqual({ ok: true, channel, seq: 1_100, replayed: 1_060 });
  expect(seqs(reader.events)).toEqual(numbers(41, 1_100));
  await happen(agent, 2);
  expect(seqs(await reader.until((events) => events.length === 1_062))).toEqual(numbers(41, 1_102));
  reader.close();
});

it('sends what comes from now on where nothing is said of the past', async () => {
  const agent = await (await newTenant(app)).join();
  await happen(agent, 3);
  const reader = await connect(app, agent.token);
  expect(await reader.subscribe({ channel })).toEqual({ ok: true, channel, seq: 3, replayed: 0 });
  await happen(agent, 1);
  expect(seqs(await reader.until((events) => events.length > 0))).toEqual([4]);
  reader.close();
});

it('sends chosen types only, on the socket and in the feed, and the others only move the number on', async () => {
  const agent = await (await newTenant(app)).join();
  await happen(agent, 2);
  await happen(agent, 2, 'ticket_noted');
  const reader = await connect(app, agent.token);
  expect(await reader.subscribe({ channel, since: 0, types: ['ticket_noted'] })).toEqual({ ok: true, channel, seq: 4, replayed: 2 });
  await happen(agent, 2);
  await happen(agent, 1, 'ticket_noted');
  expect(seqs(await reader.until((events) => events.length === 3))).toEqual([3, 4, 7]);
  const { body } = (await agent.get(`/events?channel=${channel}&limit=4&types=ticket_noted,ticket_created`).expect(200)) as { body: unknown };
  expect(body).toMatchObject({ nextCursor: '4', seq: 7, epoch: reader.ready.epoch });
  expect(seqs((body as FeedBody).items)).toEqual([3, 4]);
  reader.close();
});

it('tells a client to read anew when what it missed is no longer kept, and the feed says where it begins', async () => {
  const agent = await (await newTenant(app)).join();
  await happen(agent, 10);
  await asSuperuser(app.database.superuserUrl, (client) =>
    client.query(`DELETE FROM events WHERE tenant_id = $1 AND seq <= 6`, [agent.tenantId]),
  );
  const reader = await connect(app, agent.token);
  expect(await reader.subscribe({ channel, since: 5 })).toEqual({ ok: true, channel, resync: true, seq: 10 });
  expect(reader.events).toEqual([]);
  expect(await reader.subscribe({ channel, since: 6 })).toMatchObject({ seq: 10, replayed: 4 });
  const gone = await agent.get(`/events?channel=${channel}&after=5`).expect(410);
  expect(gone.body as Problem).toMatchObject({ code: 'GONE', oldest: 7 });
  expect(seqs(await readFeed(agent, channel, 6))).toEqual([7, 8, 9, 10]);
  expect(await reader.subscribe({ channel, since: 99 })).toEqual({ ok: true, channel, resync: true, seq: 10 });
  await agent.get(`/events?channel=${channel}&after=99`).expect(410);
  reader.close();
});

it('reads the feed page by page without gap or double while others write', async () => {
  const agent = await (await newTenant(app)).join();
  await happen(agent, 30);
  const writing = happen(agent, 30);
  const events = await readFeed(agent, channel, 0, 7);
  expect(seqs(events)).toEqual(numbers(1, events.length));
  await writing;
  expect(seqs(await readFeed(agent, channel, events.length, 7))).toEqual(numbers(events.length + 1, 60));
});

it('sends what REST gives', async () => {
  const agent = await (await newTenant(app)).join();
  const reader = await connect(app, agent.token);
  await reader.subscribe({ channel });
  const { body } = (await agent.post('/tickets', { subject: 'Oven 3', tags: ['equipment'] }).expect(201)) as { body: unknown };
  const [event] = await reader.until((events) => events.length === 1);
  expect(event).toMatchObject({ seq: 1, channel, type: 'ticket_created', version: 1, actor: { type: 'user', id: agent.id } });
  expect(event?.data).toEqual((await agent.get(`/tickets/${(body as TicketBody).id}`)).body);
  reader.close();
});
