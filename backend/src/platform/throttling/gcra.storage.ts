import { Injectable } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import { Gcra } from './gcra.ts';

/** `@nestjs/throttler` counting in token buckets: no timer a hit, and no burst of twice the limit at a window's edge. */
@Injectable()
export class GcraStorage implements ThrottlerStorage {
  readonly #buckets = new Gcra();

  /** `ttl` in ms; the answered times are whole seconds, as the library expects. */
  increment(key: string, ttl: number, limit: number): ReturnType<ThrottlerStorage['increment']> {
    const { remaining, retryAfter, resetAfter } = this.#buckets.take(key, limit, ttl / limit, Date.now());
    return Promise.resolve({
      totalHits: limit - remaining,
      timeToExpire: Math.ceil(resetAfter / 1_000),
      isBlocked: retryAfter > 0,
      timeToBlockExpire: Math.ceil(retryAfter / 1_000),
    });
  }
}
