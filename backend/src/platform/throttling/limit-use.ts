import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Buckets } from './buckets.ts';

/** Classes whose requests count by person. */
export const PERSONAL_LIMITS = ['READ', 'USER_ACTION', 'EXPENSIVE'] as const;
export type PersonalLimit = (typeof PERSONAL_LIMITS)[number];

/** Milliseconds in which an empty bucket fills. */
export const LIMIT_WINDOW = 60_000;

/** The bucket of a member's requests of a class. */
export function personalKey(limit: PersonalLimit, { tenantId, userId }: { tenantId: string; userId: string }): string {
  return `${limit}:${tenantId}:${userId}`;
}

/** What a member has used of a limit and not got back yet. */
export interface LimitUsed {
  userId: string;
  limit: PersonalLimit;
  used: number;
  /** Whole seconds until all of it is back. */
  reset: number;
}

/** Tells how far limits are used, without using them. */
@Injectable()
export class LimitUse {
  constructor(
    private readonly buckets: Buckets,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** True where the use of all processes is told, not of this one alone. */
  get isOfAllProcesses(): boolean {
    return this.buckets.areShared;
  }

  capacity(limit: PersonalLimit): number {
    return this.settings.limits[limit];
  }

  /** What these members have used, the most of a limit first; nothing of who has used nothing. */
  async of(tenantId: string, userIds: readonly string[]): Promise<LimitUsed[]> {
    const asked = userIds.flatMap((userId) => PERSONAL_LIMITS.map((limit) => ({ userId, limit })));
    const left = await this.buckets.resetAfter(asked.map(({ userId, limit }) => personalKey(limit, { tenantId, userId })));
    return asked
      .map(({ userId, limit }, at) => ({ userId, limit, used: this.#used(limit, left[at]!), reset: Math.ceil(left[at]! / 1_000) }))
      .filter(({ used }) => used > 0)
      .sort((a, b) => b.used / this.capacity(b.limit) - a.used / this.capacity(a.limit));
  }

  #used(limit: PersonalLimit, resetAfter: number): number {
    return Math.ceil((resetAfter / LIMIT_WINDOW) * this.capacity(limit));
  }
}
