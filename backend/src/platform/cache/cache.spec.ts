import { describe, expect, it } from '@jest/globals';
import type { L2CacheDriver } from 'bentocache/types';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { isLongRun } from '../../../test/support/long-runs.ts';
import { Actor } from '../access/actor.ts';
import { requestContext } from '../context.ts';
import type { Database } from '../database/database.ts';
import { ReadFlights } from '../database/read-flights.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { openCacheStore } from './cache-store.ts';
import { Cache } from './cache.ts';
import type { CacheTag } from './cache-tag.ts';

const TAG: CacheTag = { name: 'counts', channels: ['tickets:updates'] };
/** Lets pass what takes a while. */
type Step = () => Promise<unknown>;
const AT_ONCE: Step = () => Promise.resolve();

/** What was committed: the number of the last event is the value, too. */
class World {
  committed = 0;
  loads = 0;
  readonly shared = new Map<string, string>();

  constructor(private step: Step = AT_ONCE) {}

  /** Begins anew at another pace; what was cached stays. */
  restart(step: Step): void {
    this.committed = 0;
    this.step = step;
  }

  commit(): void {
    this.committed += 1;
  }

  /** Reads the database: what it finds is that of one moment between asking and being answered. */
  async read(): Promise<number> {
    await this.step();
    const found = this.committed;
    await this.step();
    return found;
  }

  /** A process, and its cached function. */
  process(load = () => this.#load()): (tenantId?: string, argument?: string) => Promise<{ value: number }> {
    const database = { query: async () => [{ stamp: `k ${await this.read()}` }] } as unknown as Database;
    const cached = new Cache(database, openCacheStore(this.#redis())).createCachedFunction((_: string) => load(), ['test'], { tags: [TAG] });
    return (tenantId = 'a', argument = '') => asked(tenantId, () => cached(argument));
  }

  async #load(): Promise<{ value: number }> {
    this.loads += 1;
    return { value: await this.read() };
  }

  #redis(): L2CacheDriver {
    const get = async (key: string) => {
      await this.step();
      return this.shared.get(key);
    };
    const set = async (key: string, value: string) => {
      await this.step();
      this.shared.set(key, value);
      return true;
    };
    return { type: 'l2', get, set } as unknown as L2CacheDriver;
  }
}

function asked<T>(tenantId: string, work: () => Promise<T>, unit: UnitOfWork = new ReadFlights({} as Pool, { tenantId, userId: null })): Promise<T> {
  const actor = new Actor('s', 'u', tenantId, 'agent', 'all', [], 1, '', false);
  return requestContext.run({ traceId: '', address: '', userAgent: null, isFrontend: false, actor, unit }, work);
}

describe('a cached function', () => {
  it('loads once in each process for 1,000 calls at once, and again after a commit', async () => {
    const world = new World(() => new Promise((done) => setImmediate(done)));
    const [one, other] = [world.process(), world.process()];
    const calls = async (read: typeof one) => new Set((await Promise.all(Array.from({ length: 1_000 }, () => read()))).map(({ value }) => value));
    expect(await calls(one)).toEqual(new Set([0]));
    expect(world.loads).toBe(1);
    world.commit();
    expect(await Promise.all([one, other].map(calls))).toEqual([new Set([1]), new Set([1])]);
    expect(world.loads).toBe(3);
  });

  it('finds what another process has loaded, and loads again where Redis is emptied', async () => {
    const world = new World();
    await world.process()();
    await world.process()();
    expect(world.loads).toBe(1);
    world.shared.clear();
    await world.process()();
    expect(world.loads).toBe(2);
  });

  it('keeps tenants and arguments apart', async () => {
    const world = new World();
    const read = world.process();
    for (const [tenant, argument] of [['a', 'x'], ['b', 'x'], ['a', 'y'], ['a', 'x'], ['b', 'x']] as const) await read(tenant, argument);
    expect(world.loads).toBe(3);
  });

  it('gives everybody a value of their own', async () => {
    const read = new World().process();
    const first = await read();
    first.value = 99;
    expect(await read()).toEqual({ value: 0 });
  });

  it('throws what loading threw, to who loaded it alone', async () => {
    let tries = 0;
    const read = new World().process(() => ((tries += 1) === 1 ? Promise.reject(new RangeError('no')) : Promise.resolve({ value: tries })));
    const answers = await Promise.allSettled([read(), read()]);
    expect(answers).toEqual([{ status: 'rejected', reason: new RangeError('no') }, { status: 'fulfilled', value: { value: 2 } }]);
  });

  it('keeps nothing of what a request that writes has read', async () => {
    const world = new World();
    const writing = { query: () => Promise.resolve([]) } as unknown as UnitOfWork;
    const cached = new Cache({} as Database, openCacheStore()).createCachedFunction(() => world.read().then((value) => ({ value })), ['test'], { tags: [TAG] });
    expect(await asked('a', cached, writing)).toEqual({ value: 0 });
    world.commit();
    expect(await asked('a', cached, writing)).toEqual({ value: 1 });
  });
});

const SCHEDULES = isLongRun ? 10_000 : 1_000;

it('answers nothing that is older than the last commit before the question, in many schedules of two processes', async () => {
  const world = new World();
  const processes = { one: world.process(), other: world.process() };
  let schedules = 0;
  const act = fc.constantFrom('one', 'other', 'commit');
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(act, { minLength: 2, maxLength: 12 }), async (scheduler, acts) => {
      const tenantId = `tenant-${(schedules += 1)}`;
      world.restart(() => scheduler.schedule(Promise.resolve()));
      const answers: Promise<boolean>[] = [];
      for (const which of acts) {
        void scheduler.schedule(Promise.resolve()).then(() => {
          if (which === 'commit') return world.commit();
          const before = world.committed;
          answers.push(processes[which](tenantId).then(({ value }) => value >= before));
        });
      }
      await scheduler.waitIdle();
      expect(await Promise.all(answers)).toEqual(acts.filter((which) => which !== 'commit').map(() => true));
    }),
    { numRuns: SCHEDULES },
  );
}, 120_000);
