import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { sql } from '../platform/database/statement.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import type { Ticket } from './ticket.entity.ts';

export const TICKET_WAKE = 'ticket-wake';
export const TICKET_CLOSE = 'ticket-close';

const DAY = 86_400_000;
const CLOSING = sql<{ days: number | null }>(`
  SELECT auto_close_days AS days FROM tenants WHERE id = nullif(current_setting('kontor.tenant', true), '')::uuid`);
const OLDEST_SOLVED = sql<{ solvedAt: string }>(`
  SELECT solved_at AS "solvedAt" FROM tickets WHERE status = 'solved' ORDER BY solved_at, id LIMIT 1`);

/** Sets the timers of tickets. What a timer finds when it goes off is looked at anew: one too many does no harm. */
@Injectable()
export class TicketTimers {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** For a ticket whose status or waiting has just changed. */
  async set({ id, status, pendingUntil, solvedAt }: Ticket): Promise<void> {
    if (status === 'pending' && pendingUntil) {
      await this.jobs.enqueue(TICKET_WAKE, { ticketId: id }, { after: pendingUntil, key: `${id} ${pendingUntil.toISOString()}` });
    }
    if (status === 'solved' && solvedAt) await this.#setClosing(await this.daysToClose(), solvedAt);
  }

  /** For the solved ticket that is the next to be closed, if any. */
  async setClosing(): Promise<void> {
    const days = await this.daysToClose();
    const oldest = days !== null && (await this.database.one(OLDEST_SOLVED));
    if (oldest) await this.#setClosing(days, new Date(oldest.solvedAt));
  }

  /** Looks at the solved tickets now, since what they wait for has changed. */
  async closeAnew(): Promise<void> {
    if ((await this.daysToClose()) !== null) await this.jobs.enqueue(TICKET_CLOSE, {});
  }

  /** After how many days solved tickets are closed; null where they never are. */
  async daysToClose(): Promise<number | null> {
    return (await this.database.one(CLOSING))!.days;
  }

  /** One waits for all tickets of the workspace: it goes off for the oldest, and sets itself for the next. */
  async #setClosing(days: number | null, solvedAt: Date): Promise<void> {
    if (days === null) return;
    await this.jobs.enqueue(TICKET_CLOSE, {}, { after: new Date(solvedAt.getTime() + days * DAY), key: 'next' });
  }
}
