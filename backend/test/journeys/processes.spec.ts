import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import type { EventEnvelope } from '@kontor/contracts/events';
import type { Presence, PresenceState } from '@kontor/contracts/realtime';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, startBeside, type TestApp } from '../support/app.ts';
import { append, failCommitOfThrownTickets, numbers, readFeed, seqs } from '../support/events.ts';
import { newTenant, type Person, type Tenant } from '../support/people.ts';
import { describeWithRedis, RedisServer } from '../support/redis.ts';
import { connect, waitFor, type Listener } from '../support/sockets.ts';

const channel = 'tickets:updates';

describeWithRedis('two processes over one Redis', () => {
  let redis: RedisServer;
  let here: TestApp;
  let there: TestApp;
  let tenant: Tenant;
  let agent: Person;
  beforeAll(async () => {
    redis = await RedisServer.open();
    here = await startApp({ REDIS_URL: redis.url });
    there = await startBeside(here);
    tenant = await newTenant(here);
    agent = await tenant.join();
  }, 60_000);
  afterAll(async () => {
    await there.close();
    await here.close();
    await redis.stop();
  });

  const plainClient = () => new Redis(redis.url, { retryStrategy: null });
  const create = async (count: number) => {
    for (const n of numbers(1, count)) await agent.post('/tickets', { subject: `Number ${n}` }).expect(201);
  };
  /** Reads channel by channel on both, from the beginning. */
  const readers = () => Promise.all([here, there].map(async (app) => followed(await connect(app, agent.token))));
  const followed = async (listener: Listener) => {
    await listener.subscribe({ channel, since: 0 });
    return listener;
  };

  it('are both ready, and what is written on one is heard on the other, once and in order', async () => {
    for (const { origin } of [here, there]) await waitFor(async () => (await fetch(`${origin}/health/ready`)).ok || undefined);
    const both = await readers();
    await create(10);
    const stored = await readFeed(agent);
    for (const reader of both) {
      expect(await reader.until((events) => events.length >= stored.length)).toEqual(stored);
      reader.close();
    }
  });

  it('show a plain client one envelope of each change that was committed, and none of one that was not', async () => {
    await failCommitOfThrownTickets(here);
    const [plain, heard] = [plainClient(), [] as EventEnvelope[]];
    plain.on('message', (_channel, message) => heard.push(JSON.parse(message) as EventEnvelope));
    await plain.subscribe(`${channel}:${tenant.id}`);
    const before = (await readFeed(agent)).length;
    await create(3);
    expect((await agent.post('/tickets', { subject: 'Thrown away' })).status).toBeGreaterThanOrEqual(400);
    await append(here, agent, [{ channel, type: 'ticket_updated', data: {} }], true).catch(() => undefined);
    await create(2);
    const stored = (await readFeed(agent)).slice(before);
    await waitFor(() => heard.length >= stored.length || undefined);
    expect(stored).toHaveLength(5);
    expect(heard).toEqual(stored);
    plain.disconnect();
  });

  it('lose nothing and double nothing while the connections to Redis are broken again and again', async () => {
    const both = await readers();
    const admin = plainClient();
    const writing = create(60);
    let isOver = false;
    void writing.finally(() => (isOver = true));
    while (!isOver) {
      await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await writing;
    admin.disconnect();
    const stored = await readFeed(agent);
    for (const reader of both) {
      expect(seqs(await reader.until((events) => events.length >= stored.length))).toEqual(seqs(stored));
      reader.close();
    }
  });

  it('go on without Redis, and catch up once it is back', async () => {
    const both = await readers();
    await redis.stop();
    await create(5);
    const meanwhile = await followed(await connect(there, agent.token));
    const stored = await readFeed(agent);
    for (const reader of [...both, meanwhile]) expect(seqs(await reader.until((events) => events.length >= stored.length))).toEqual(seqs(stored));
    for (const { origin } of [here, there]) expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    await redis.start();
    await create(5);
    const all = await readFeed(agent);
    for (const reader of [...both, meanwhile]) {
      expect(seqs(await reader.until((events) => events.length >= all.length))).toEqual(seqs(all));
      reader.close();
    }
  });

  it('listen to the channels of those tenants only who are connected', async () => {
    const admin = plainClient();
    const listened = async () => ((await admin.pubsub('CHANNELS', `*:${tenant.id}`)) as string[]).length;
    await waitFor(async () => (await listened()) === 0 || undefined);
    const [first, second] = [await connect(here, agent.token), await connect(here, agent.token)];
    expect(await listened()).toBeGreaterThan(0);
    first.close();
    await second.subscribe({ channel });
    expect(await listened()).toBeGreaterThan(0);
    second.close();
    await waitFor(async () => (await listened()) === 0 || undefined);
    admin.disconnect();
  });

  it('tell each other who is at a ticket, and end the sockets of a session that is revoked elsewhere', async () => {
    const [tom, ida] = [await tenant.join({ name: 'Tom Becker' }), await tenant.join({ name: 'Ida Sommer' })];
    const { id } = (await tom.post('/tickets', { subject: 'Oven' }).expect(201)).body as TicketBody;
    const [one, other] = [await watch(here, tom), await watch(there, ida)];
    await one.say(`tickets/${id}`, 'looking');
    await other.say(`tickets/${id}`, 'typing');
    await waitFor(() => (one.states.join() === 'typing' && other.states.join() === 'looking') || undefined);
    await ida.post('/auth/sign-out').expect(204);
    await waitFor(() => other.listener.socket.disconnected || undefined, 5_000);
    expect(other.listener.problems).toMatchObject([{ code: 'SESSION_REVOKED' }]);
    await waitFor(() => one.states.join() === 'typing,gone' || undefined);
    one.listener.close();
  });

  // Last: Passport, which one process has once, keeps the strategies of the application made last.
  it('do by role what is theirs: REST is the api\'s, sockets are the gateway\'s, and the relay is the worker\'s', async () => {
    await using api = await startBeside(here, { roles: new Set(['api'] as const) });
    await using gateway = await startBeside(here, { roles: new Set(['realtime'] as const) });
    await using worker = await startBeside(here, { roles: new Set(['worker'] as const) });
    const rest = ({ origin }: TestApp) => fetch(`${origin}/api/v1/auth/session`, { headers: { authorization: `Bearer ${agent.token}` } });
    expect(await Promise.all([api, gateway, worker].map(async (app) => (await rest(app)).status))).toEqual([200, 404, 404]);
    for (const { origin } of [api, gateway, worker]) expect((await fetch(`${origin}/health/live`)).status).toBe(200);
    for (const app of [api, worker]) await expect(connect(app, agent.token)).rejects.toThrow();
    const reader = await connect(gateway, agent.token);
    expect(await reader.subscribe({ channel })).toMatchObject({ ok: true });
    reader.close();
  });
});

async function watch(app: TestApp, person: Person) {
  const listener = await connect(app, person.token);
  const states: PresenceState[] = [];
  listener.socket.on('presence', ({ state }: Presence) => states.push(state));
  const say = (resource: string, state: PresenceState) => listener.socket.emitWithAck('presence', { resource, state });
  return { listener, states, say };
}
