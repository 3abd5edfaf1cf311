import type { Redis } from 'ioredis';
import { RedisConnections } from '../redis/redis-connections.ts';
import { REFUND, RESET_AFTER, TAKE } from './bucket-scripts.ts';
import { Buckets, type Taken } from './buckets.ts';
import { LocalBuckets } from './local-buckets.ts';

const PREFIX = 'kontor:limit:';
/** No request waits longer for Redis. */
const PATIENCE_MS = 20;
/** How often a Redis that did not answer is asked whether it does again. */
const PROBE_MS = 250;
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
  readonly #redis: RedisConnections;
  readonly #processes: number;
  readonly #local = new LocalBuckets();
  #isSilent = false;

  constructor(redis: RedisConnections, processes: number) {
    super();
    this.#redis = redis;
    this.#processes = processes;
    redis.commands.defineCommand('kontorTake', { numberOfKeys: 1, lua: TAKE });
    redis.commands.defineCommand('kontorRefund', { numberOfKeys: 1, lua: REFUND });
    redis.commands.defineCommand('kontorResetAfter', { lua: RESET_AFTER });
  }

  async take(key: string, capacity: number, interval: number): Promise<Taken> {
    const local = this.#local.takeNow(key, Math.max(1, Math.floor(capacity / this.#processes)), interval * this.#processes);
    const micros = Math.ceil(interval * 1_000);
    const answer = await this.#ask((scripts) => scripts.kontorTake(PREFIX + key, capacity, micros));
    if (!answer) return local;
    const [remaining, retryAfter, resetAfter] = answer;
    return { remaining, retryAfter: retryAfter / 1_000, resetAfter: resetAfter / 1_000, refund: () => this.#refund(key, micros, local) };
  }

  async resetAfter(keys: readonly string[]): Promise<number[]> {
    const left: number[] = [];
    for (let at = 0; at < keys.length; at += MOST_KEYS) {
      const some = keys.slice(at, at + MOST_KEYS);
      const answer = await this.#ask((scripts) => scripts.kontorResetAfter(some.length, ...some.map((key) => PREFIX + key)));
      if (!answer) return this.#local.resetAfter(keys);
      left.push(...answer.map((micros) => micros / 1_000));
    }
    return left;
  }

  /** What cannot be given back comes back by itself. */
  #refund(key: string, micros: number, local: Taken): void {
    local.refund();
    void this.#ask((scripts) => scripts.kontorRefund(PREFIX + key, micros));
  }

  /** The answer of Redis; undefined where it has none in time. From then on it is not asked until it answers again. */
  async #ask<T>(command: (scripts: Scripts) => Promise<T>): Promise<T | undefined> {
    if (this.#isSilent || !this.#redis.isReachable) return undefined;
    const answer = await inTime(command(this.#redis.commands as Redis & Scripts));
    if (answer === undefined && !this.#isSilent) {
      this.#isSilent = true;
      this.#probe();
    }
    return answer;
  }

  #probe(): void {
    setTimeout(() => {
      this.#redis.commands.ping().then(
        () => (this.#isSilent = false),
        () => this.#probe(),
      );
    }, PROBE_MS).unref();
  }
}

/** The answer, or undefined where it fails or is late. A process that was busy itself looks once more at what has come in meanwhile. */
function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => setImmediate(resolve, undefined), PATIENCE_MS);
    answer.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      () => {
        clearTimeout(timer);
        resolve(undefined);
      },
    );
  });
}
