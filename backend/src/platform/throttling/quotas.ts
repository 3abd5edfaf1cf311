import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { currentContext } from '../context.ts';
import { Database } from '../database/database.ts';
import { ProblemError } from '../http/problems.ts';
import { addressKey } from './address.ts';
import { limitHeaders, type Counted } from './limit-headers.ts';
import { CHARGE, IN_USE } from './quotas.queries.ts';

export type QuotaName = keyof Settings['quotas'];

/** What a bucket of a quota is counted by. */
export const QUOTA_SUBJECTS = ['account', 'address', 'tenant', 'user'] as const;

/** Whom a charge counts for, each with a bucket of its own; with several, all of them need a token. */
export interface QuotaKeys {
  user?: string;
  address?: string;
  /** What a visitor calls an account, kept as a hash only. */
  account?: string;
  /** The whole tenant of the transaction. */
  tenant?: true;
}

/** What is used of a quota and not back yet. */
export interface QuotaUsed {
  name: string;
  subject: (typeof QUOTA_SUBJECTS)[number];
  /** Where it is counted by member. */
  userId: string | null;
  used: number;
  capacity: number;
  /** Whole seconds until all of it is back. */
  reset: number;
}

/**
 * Token buckets as rows, for what comes back over hours. Charged in the transaction of what it is for, after permission and
 * validation: what is refused or rolled back costs nothing, and processes share every bucket. Those of the transaction's
 * tenant are apart from those of others and of visitors.
 */
@Injectable()
export class Quotas {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Takes a token for each of `keys`, or none. @throws ProblemError QUOTA_EXCEEDED */
  async charge(name: QuotaName, keys: QuotaKeys): Promise<void> {
    const { capacity, interval } = this.settings.quotas[name];
    const now = this.clock.now();
    await this.database.attempt(async () => {
      const rows = await this.database.query(CHARGE, [name, subjects(keys), now.toISOString(), interval]);
      const resetAfter = Math.max(...rows.map(({ fullAt }) => fullAt)) - now.getTime();
      const over = resetAfter - capacity * interval;
      const reset = over > 0 ? resetAfter - interval : resetAfter;
      const counted = { name, capacity, window: seconds(capacity * interval), remaining: Math.max(0, Math.floor(capacity - reset / interval)), reset: seconds(reset) };
      if (over <= 0) return this.database.afterCommit(() => tell(counted));
      tell({ ...counted, remaining: 0 });
      throw new ProblemError('QUOTA_EXCEEDED', 'The quota is used up. Wait before you try again.', { retryAfter: seconds(over) });
    });
  }

  /** Quotas of the tenant that are used. */
  async inUse(): Promise<QuotaUsed[]> {
    const now = this.clock.now();
    const rows = await this.database.query(IN_USE, [now.toISOString()]);
    return rows.flatMap(({ name, subject, fullAt }) => {
      if (!(name in this.settings.quotas)) return [];
      const { capacity, interval } = this.settings.quotas[name as QuotaName];
      const [kind, key] = subject.split(':', 2) as [QuotaUsed['subject'], string];
      const resetAfter = fullAt - now.getTime();
      return [{ name, subject: kind, userId: kind === 'user' ? key : null, used: Math.min(capacity, Math.ceil(resetAfter / interval)), capacity, reset: seconds(resetAfter) }];
    });
  }
}

/** In one order, so that two transactions never wait for each other. */
function subjects({ user, address, account, tenant }: QuotaKeys): string[] {
  const named = {
    account: account && createHash('sha256').update(account).digest('base64url'),
    address: address && addressKey(address),
    tenant: tenant && 'all',
    user,
  };
  return Object.entries(named).flatMap(([kind, key]) => (key ? [`${kind}:${key}`] : []));
}

function tell(counted: Counted): void {
  const { setHeader } = currentContext();
  for (const [name, value] of limitHeaders(counted)) setHeader?.(name, value);
}

function seconds(ms: number): number {
  return Math.ceil(ms / 1_000);
}
