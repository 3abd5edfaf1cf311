import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Buckets } from '../../src/platform/throttling/buckets.ts';
import { RedisBuckets } from '../../src/platform/throttling/redis-buckets.ts';
import { RedisConnections } from '../../src/platform/redis/redis-connections.ts';
import { setLogLevel } from '../../src/platform/telemetry/logger.ts';
import { startApp } from '../support/app.ts';
import { newTenant } from '../support/people.ts';
import { describeWithRedis, RedisServer } from '../support/redis.ts';
import { waitFor } from '../support/sockets.ts';

const PROCESSES = 2;
const MINUTE = 60_000;
/** More than they have by themselves: a busy machine is no dead Redis. */
const PATIENCE_MS = 300;

let server: RedisServer;
let connections: RedisConnections[];
let processes: Buckets[];
let made = 0;
const freshKey = () => `key-${(made += 1)}`;

describeWithRedis('limits of two processes over one Redis', () => {
  beforeAll(async () => {
    setLogLevel('silent');
    server = await RedisServer.open();
    connections = Array.from({ length: PROCESSES }, () => new RedisConnections(server.url));
    processes = connections.map((redis) => new RedisBuckets(redis, PROCESSES, PATIENCE_MS));
    await Promise.all(connections.map((redis) => redis.onModuleInit()));
  });
  afterAll(async () => {
    for (const redis of connections) redis.onApplicationShutdown();
    await server.stop();
  });
  afterEach(back);

  /** Redis answers, and both processes count in it again. */
  async function back(): Promise<void> {
    server.resume();
    await server.stop();
    await server.start();
    await together();
  }

  async function together(): Promise<void> {
    const [one, other] = processes as [Buckets, Buckets];
    const isSeen = async (from: Buckets, by: Buckets) => {
      const key = freshKey();
      await from.take(key, 2, MINUTE);
      return (await by.resetAfter([key]))[0]! > 0;
    };
    await waitFor(async () => ((await isSeen(one, other)) && (await isSeen(other, one))) || undefined);
  }

  const given = async (buckets: Buckets, key: string, capacity: number, times: number) => {
    const answers = await Promise.all(Array.from({ length: times }, () => buckets.take(key, capacity, MINUTE / capacity)));
    return answers.filter(({ retryAfter }) => retryAfter === 0).length;
  };

  it('are one bucket, however they are asked', async () => {
    const key = freshKey();
    const counts = await Promise.all(processes.map((buckets) => given(buckets, key, 10, 20)));
    expect(counts[0]! + counts[1]!).toBe(10);
    const { remaining, retryAfter, resetAfter } = await processes[1]!.take(key, 10, MINUTE / 10);
    expect([remaining, retryAfter > 5_000, retryAfter <= 6_000, resetAfter > 59_000, resetAfter <= MINUTE]).toEqual([0, true, true, true, true]);
  });

  it('come back one by one, and what is given back is there for both', async () => {
    const key = freshKey();
    expect(await processes[0]!.take(key, 1, 200)).toMatchObject({ retryAfter: 0, remaining: 0 });
    const { retryAfter } = await processes[1]!.take(key, 1, 200);
    expect(retryAfter).toBeGreaterThan(0);
    await sleep(retryAfter + 5);
    const token = await processes[1]!.take(key, 1, MINUTE);
    expect(token.retryAfter).toBe(0);
    token.refund();
    expect((await processes[0]!.take(key, 1, MINUTE)).retryAfter).toBe(0);
  });

  it.each<[string, () => Promise<void> | void]>([
    ['ends', () => server.stop('SIGTERM')],
    ['stands still', () => server.pause()],
  ])('are each their part, at once and never more, while Redis %s', async (_, leave) => {
    const [spent, fresh] = [freshKey(), freshKey()];
    expect(await given(processes[0]!, spent, 100, 60)).toBe(60);
    await leave();
    const began = performance.now();
    for (const buckets of processes) expect(await given(buckets, fresh, 100, 49)).toBe(49);
    // The first to ask waits a moment, nobody after it.
    for (let n = 0; n < 200; n += 1) await processes[0]!.take(freshKey(), 1, MINUTE);
    expect(performance.now() - began).toBeLessThan(1_500);
    for (const buckets of processes) expect(await given(buckets, fresh, 100, 100)).toBe(1);
    // What this process gave while Redis was there counts as well.
    expect([await given(processes[0]!, spent, 100, 100), await given(processes[1]!, spent, 100, 100)]).toEqual([0, 50]);
    expect((await processes[0]!.resetAfter([fresh, freshKey()])).map((ms) => ms > 0)).toEqual([true, false]);
  });

  it('refuse no request below the local limit while Redis comes and goes', async () => {
    await using app = await startApp({ REDIS_URL: server.url, KONTOR_API_PROCESSES: '2', KONTOR_LIMIT_READ: '2000' });
    const person = await (await newTenant(app)).join();
    const statuses: number[] = [];
    const load = async (requests: number) => {
      for (let n = 0; n < requests; n += 1) {
        statuses.push((await person.get('/members?limit=1')).status);
      }
    };
    await load(50);
    server.pause();
    await load(50);
    const underLoad = load(200);
    server.resume();
    await server.stop('SIGTERM');
    await server.start();
    await underLoad;
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});
