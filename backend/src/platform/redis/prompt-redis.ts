import type { Redis } from 'ioredis';
import type { RedisConnections } from './redis-connections.ts';

/** No request waits longer for Redis. */
const PATIENCE_MS = 20;
/** How often a Redis that did not answer is asked whether it does again. */
const PROBE_MS = 250;

/** Asks Redis for what can be done without it: a late answer is none, and from then on nobody asks until Redis answers again. */
export class PromptRedis {
  readonly #redis: RedisConnections;
  readonly #patience: number;
  #isSilent = false;

  /** `patience` in milliseconds. */
  constructor(redis: RedisConnections, patience = PATIENCE_MS) {
    this.#redis = redis;
    this.#patience = patience;
  }

  /** The answer; undefined where there is none in time. */
  async ask<T>(command: (redis: Redis) => Promise<T>): Promise<T | undefined> {
    if (this.#isSilent || !this.#redis.isReachable) return undefined;
    const answer = await inTime(command(this.#redis.commands), this.#patience);
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
function inTime<T>(answer: Promise<T>, patience: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => setImmediate(resolve, undefined), patience);
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
