import { Inject, Injectable } from '@nestjs/common';
import { errors } from 'bentocache';
import type { CacheProvider } from 'bentocache/types';
import type { Channel } from '@kontor/contracts/events';
import { currentActor, currentContext } from '../context.ts';
import { Database } from '../database/database.ts';
import { ReadFlights } from '../database/read-flights.ts';
import { sql } from '../database/statement.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { CACHE_STORE } from './cache-store.ts';
import type { CacheTag } from './cache-tag.ts';

interface CachePolicy {
  /** Seconds after which a value is loaded again, whatever happened. */
  revalidate?: number;
  /** Whatever is told on their channels makes the value out of date. */
  tags: readonly CacheTag[];
}

const REVALIDATE = 300;
/** The database that the numbers are of, and the number of the last event on each channel. */
const STAMP = sql<{ stamp: string }>(`
  SELECT concat_ws(' ', i.epoch, (
    SELECT string_agg(coalesce(c.seq, 0)::text, ' ' ORDER BY asked.channel)
    FROM unnest($1::text[]) AS asked (channel) LEFT JOIN event_counters c ON c.channel = asked.channel)) AS stamp
  FROM instance i`);

/**
 * Keeps what functions have loaded. The key names the tenant and the number of the last event on the channels that the
 * value depends on: that number is committed together with the change, so a value from before it is never found after it,
 * in no process, also where its load began before and ended after. The number is asked in the flight that proves the session.
 */
@Injectable()
export class Cache {
  readonly #stamps = new WeakMap<UnitOfWork, Map<string, Promise<string>>>();

  constructor(
    private readonly database: Database,
    @Inject(CACHE_STORE) private readonly store: CacheProvider,
  ) {}

  /**
   * A function that answers what `load` has answered before for the same tenant and arguments. `load` may depend on nothing
   * else, above all not on who asks. Calls at the same time load once; where the request writes, nothing is kept. Whoever
   * changes what `load` answers changes `keyParts`: processes of two versions share Redis during an upgrade.
   */
  createCachedFunction<Args extends readonly unknown[], T extends object>(
    load: (...args: Args) => Promise<T>,
    keyParts: readonly string[],
    { revalidate = REVALIDATE, tags }: CachePolicy,
  ): (...args: Args) => Promise<T> {
    const channels = [...new Set(tags.flatMap((tag) => tag.channels))].sort();
    return async (...args) => {
      const { unit } = currentContext();
      if (!(unit instanceof ReadFlights)) return load(...args);
      const { tenantId } = currentActor();
      const key = [tenantId, ...keyParts, JSON.stringify(args), await this.#stamp(unit, channels)].join(':');
      try {
        return await this.store.getOrSet({ key, factory: () => load(...args), ttl: revalidate * 1_000 });
      } catch (error) {
        throw error instanceof errors.E_FACTORY_ERROR ? error.cause : error;
      }
    };
  }

  /** Asked once a unit of work: what is loaded after it can only be newer. */
  #stamp(unit: UnitOfWork, channels: readonly Channel[]): Promise<string> {
    const known = this.#stamps.get(unit) ?? new Map<string, Promise<string>>();
    this.#stamps.set(unit, known);
    const name = channels.join();
    const stamp = known.get(name) ?? this.database.query(STAMP, [channels]).then(([row]) => row!.stamp);
    known.set(name, stamp);
    return stamp;
  }
}
