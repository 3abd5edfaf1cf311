import { Injectable } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import { Buckets } from './buckets.ts';

/** `@nestjs/throttler` counting in token buckets: no timer a hit, and no burst of twice the limit at a window's edge. */
@Injectable()
export class GcraStorage implements ThrottlerStorage {
  constructor(private readonly buckets: Buckets) {}

  /** `ttl` in ms; the answered times are whole seconds, as the library expects. */
  async increment(key: string, ttl: number, limit: number): ReturnType<ThrottlerStorage['increment']> {
    const { remaining, retryAfter, resetAfter } = await this.buckets.take(key, limit, ttl / limit);
    return {
      totalHits: limit - remaining,
      timeToExpire: Math.ceil(resetAfter / 1_000),
      isBlocked: retryAfter > 0,
      timeToBlockExpire: Math.ceil(retryAfter / 1_000),
    };
  }
}
