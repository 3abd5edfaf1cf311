import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startEmbeddedPostgres, stopServer } from '../../src/platform/database/embedded-postgres.ts';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { numbers, seqs } from '../support/events.ts';
import { newTenant, type Person } from '../support/people.ts';
import { describeWithRedis } from '../support/redis.ts';
import { waitFor } from '../support/sockets.ts';
import { Follower, Topology, Writers } from '../support/topology.ts';

const TIMES = 5;
const REDIS_OUT_MS = 60_000;

describeWithRedis('two apis, a gateway and a worker, under 50 writes a second', () => {
  let all: Topology;
  let agent: Person;
  let follower: Follower;
  beforeAll(async () => {
    all = await Topology.open();
  }, 120_000);
  afterAll(() => all.close());

  /** Figures for docs/operations.md. */
  const tell = (what: string, figures: object) => process.stdout.write(`${what}: ${JSON.stringify(figures)}\n`);
  const begin = async () => {
    agent = await (await newTenant(all)).join();
    follower = new Follower(all, agent);
    return new Writers(all, agent);
  };
  /** No acknowledged write is lost, the sequence has no gap, and the follower has each event once and in order. */
  const expectWhole = async ({ acknowledged }: Writers) => {
    const { stored, ms } = await follower.level(agent);
    expect(seqs(stored)).toEqual(numbers(1, stored.length));
    expect(seqs(follower.heard)).toEqual(seqs(stored));
    expect(follower.resyncs).toBe(0);
    const ids = new Set(stored.map(({ data }) => (data as TicketBody).id));
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    follower.close();
    return { events: stored.length, level: ms };
  };

  it.each(['api', 'realtime', 'worker'] as const)('%s killed five times: nothing acknowledged is lost, and nothing committed is missed', async (kind) => {
    const writers = await begin();
    for (const time of numbers(1, TIMES)) {
      const written = writers.acknowledged.length;
      await waitFor(() => writers.acknowledged.length > written + 40 || undefined, 30_000);
      await all.processes[kind].end('SIGKILL');
      await sleep(200 * time);
      await all.processes[kind].start();
    }
    await writers.end();
    tell(`${kind} killed`, { ...writers.statuses, ...(await expectWhole(writers)) });
  });

  it('Redis killed five times: nothing acknowledged is lost, and nothing committed is missed', async () => {
    const writers = await begin();
    for (const time of numbers(1, TIMES)) {
      const written = writers.acknowledged.length;
      await waitFor(() => writers.acknowledged.length > written + 40 || undefined, 30_000);
      await all.redis.stop('SIGKILL');
      await sleep(200 * time);
      await all.redis.start();
    }
    await writers.end();
    expect(Object.keys(writers.statuses)).toEqual(['201']);
    tell('Redis killed', { ...writers.statuses, ...(await expectWhole(writers)) });
  });

  it('one api asked to end: no request fails', async () => {
    const writers = await begin();
    for (const name of ['api', 'otherApi', 'api'] as const) {
      await sleep(1_500);
      expect(await all.processes[name].end('SIGTERM')).toBe(0);
      await all.processes[name].start();
    }
    await writers.end();
    expect(Object.keys(writers.statuses)).toEqual(['201']);
    tell('api ended', { ...writers.statuses, ...(await expectWhole(writers)) });
  });

  it('Redis gone for a minute: no request fails, and live readers are level within 10 s of its return', async () => {
    const writers = await begin();
    await sleep(1_000);
    await all.redis.stop();
    await sleep(REDIS_OUT_MS);
    const meanwhile = follower.heard.length;
    await all.redis.start();
    const { ms } = await follower.level(agent, 10_000);
    await writers.end();
    expect(Object.keys(writers.statuses)).toEqual(['201']);
    tell('Redis gone', { ...writers.statuses, heardMeanwhile: meanwhile, levelAfterReturn: ms, ...(await expectWhole(writers)) });
  });

  it('PostgreSQL restarted: 503 problems meanwhile, ready within 10 s, and the processes are the same', async () => {
    const writers = await begin();
    const pids = () => Object.values(all.processes).map(({ pid }) => pid);
    const before = pids();
    await sleep(1_000);
    await stopServer(all.dataDir);
    await sleep(3_000);
    const refused = await fetch(`${all.origin}/api/v1/auth/session`, { headers: { authorization: `Bearer ${agent.token}` } });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([503, expect.stringContaining('application/problem+json')]);
    await startEmbeddedPostgres({ dataDir: all.dataDir });
    const returned = Date.now();
    const isReady = async (origin: string) => (await fetch(`${origin}/health/ready`)).ok || undefined;
    for (const { origin } of Object.values(all.processes)) await waitFor(() => isReady(origin), 10_000);
    const ready = Date.now() - returned;
    await writers.end();
    expect(Object.keys(writers.statuses).sort()).toEqual(['201', '503']);
    expect(pids()).toEqual(before);
    tell('PostgreSQL restarted', { ...writers.statuses, ready, ...(await expectWhole(writers)) });
  });
});
