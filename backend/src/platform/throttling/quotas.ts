import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { currentContext } from '../context.ts';
import { Database } from '../database/database.ts';
import { ProblemError } from '../http/problems.ts';
import { addressKey } from './address.ts';
import { limitHeaders, type Counted } from './limit-headers.ts';
import { CHARGE } from './quotas.queries.ts';

export type QuotaName = keyof Settings['quotas'];

/** Whom a charge counts for, each with a bucket of its own; with several, all of them need a token. */
export interface QuotaKeys {
  user?: string;
  address?: string;
  /** What a visitor calls an account, kept as a hash only. */
  account?: string;
  /** The whole tenant of the transaction. */
  tenant?: true;
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
