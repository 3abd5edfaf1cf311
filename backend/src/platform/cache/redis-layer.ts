import type { L2CacheDriver } from 'bentocache/types';
import { PromptRedis } from '../redis/prompt-redis.ts';
import type { RedisConnections } from '../redis/redis-connections.ts';

const PREFIX = 'kontor:cache:';
/** What is out of date has another key, and what has its old one runs out. */
const unused = () => Promise.reject(new Error('Nothing is taken out of the cache.'));

/** Cached values that processes share. Where Redis is late or gone, nothing is found there. */
export class RedisLayer implements L2CacheDriver {
  readonly type = 'l2';
  readonly pull = unused;
  readonly delete = unused;
  readonly deleteMany = unused;
  readonly clear = unused;
  readonly #redis: PromptRedis;

  constructor(redis: RedisConnections) {
    this.#redis = new PromptRedis(redis);
  }

  async get(key: string): Promise<string | undefined> {
    return (await this.#redis.ask((redis) => redis.get(PREFIX + key))) ?? undefined;
  }

  async set(key: string, value: string, ttl: number): Promise<boolean> {
    return (await this.#redis.ask((redis) => redis.set(PREFIX + key, value, 'PX', ttl))) === 'OK';
  }

  namespace(): this {
    return this;
  }

  async disconnect(): Promise<void> {
    // The connection is everybody's.
  }
}
