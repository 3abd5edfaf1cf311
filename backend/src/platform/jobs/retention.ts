import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EVENT_RETENTION_DAYS } from '@kontor/contracts/events';
import { Clock } from '../clock.ts';
import { sql } from '../database/statement.ts';
import { SystemDatabase } from '../database/system-database.ts';
import { Jobs } from './jobs.ts';

const HOUR = 3_600_000;
/** A bounded number at a time, so that nothing is locked for long. */
const BATCH = 5_000;
const PRUNE = (table: string, since: string) =>
  sql(`DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE ${since} < $1 ORDER BY ${since} LIMIT ${BATCH}))`);

/** What is kept for a time only, and for how long. */
const KEPT = [
  { prune: PRUNE('events', 'occurred_at'), ms: EVENT_RETENTION_DAYS * 24 * HOUR },
  // Given again for a day (http/idempotency.ts).
  { prune: PRUNE('idempotent_answers', 'created_at'), ms: 25 * HOUR },
];

/** Forgets every minute what need not be kept any longer. */
@Injectable()
export class Retention implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly system: SystemDatabase,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register('prune', { every: '* * * * *', run: (_, { signal }) => this.#prune(signal) });
  }

  async #prune(signal: AbortSignal): Promise<void> {
    for (const { prune, ms } of KEPT) {
      const before = new Date(this.clock.now().getTime() - ms);
      while (!signal.aborted && (await this.system.change(prune, [before])) === BATCH);
    }
  }
}
