import type { Redis } from 'ioredis';
import { PromptRedis } from '../redis/prompt-redis.ts';
import type { RedisConnections } from '../redis/redis-connections.ts';
import { REFUND, RESET_AFTER, TAKE } from './bucket-scripts.ts';
import { Buckets, type Taken } from './buckets.ts';
import { LocalBuckets } from './local-buckets.ts';

const PREFIX = 'kontor:limit:';
/** Keys of one look: Lua unpacks no more than a few thousand. */
const MOST_KEYS = 1_000;

/** The scripts as commands of the connection: sent by their digest once Redis knows them. */
interface Scripts {
  kontorTake(key: string, capacity: number, interval: number): Promise<[number, number, number]>;
  kontorRefund(key: string, interval: number): Promise<unknown>;
  kontorResetAfter(count: number, ...keys: string[]): Promise<number[]>;
}

/**
 * Buckets that all processes share. What this process gives is counted here, too, in its share of each bucket: while Redis
 * is gone that share is all it gives, never more, and nobody waits.
 */
export class RedisBuckets extends Buckets {
  readonly areShared = true;
  readonly #redis: PromptRedis;
  readonly #processes: number;
  readonly #local = new LocalBuckets();

  constructor(redis: RedisConnections, processes: number, patience?: number) {
    super();
    this.#redis = new PromptRedis(redis, patience);
    this.#processes = processes;
    redis.commands.defineCommand('kontorTake', { numberOfKeys: 1, lua: TAKE });
    redis.commands.defineCommand('kontorRefund', { numberOfKeys: 1, lua: REFUND });
    redis.commands.defineCommand('kontorResetAfter', { lua: RESET_AFTER });
  }

  async take(key: string, capacity: number, interval: number): Promise<Taken> {
    const local = this.#local.takeNow(key, Math.max(1, Math.floor(capacity / this.#processes)), interval * this.#processes);
    const micros = Math.ceil(interval * 1_000);
    const answer = await this.#redis.ask((redis) => scripts(redis).kontorTake(PREFIX + key, capacity, micros));
    if (!answer) return local;
    const [remaining, retryAfter, resetAfter] = answer;
    return { remaining, retryAfter: retryAfter / 1_000, resetAfter: resetAfter / 1_000, refund: () => this.#refund(key, micros, local) };
  }

  async resetAfter(keys: readonly string[]): Promise<number[]> {
    const left: number[] = [];
    for (let at = 0; at < keys.length; at += MOST_KEYS) {
      const some = keys.slice(at, at + MOST_KEYS);
      const answer = await this.#redis.ask((redis) => scripts(redis).kontorResetAfter(some.length, ...some.map((key) => PREFIX + key)));
      if (!answer) return this.#local.resetAfter(keys);
      left.push(...answer.map((micros) => micros / 1_000));
    }
    return left;
  }

  /** What cannot be given back comes back by itself. */
  #refund(key: string, micros: number, local: Taken): void {
    local.refund();
    void this.#redis.ask((redis) => scripts(redis).kontorRefund(PREFIX + key, micros));
  }
}

function scripts(redis: Redis): Scripts {
  return redis as unknown as Scripts;
}
