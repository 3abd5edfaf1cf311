import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { sql } from '../platform/database/statement.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { WorkspaceChange } from '../users/workspace/workspace-change.ts';
import { TicketChanges } from './ticket-changes.ts';
import { TICKET_CLOSE, TICKET_WAKE, TicketTimers } from './ticket-timers.ts';

/** Closed in one transaction: as long others wait for what it has locked. */
const BATCH = 50;
const SOLVED_UNTIL = sql<{ id: string }>(`SELECT id FROM tickets WHERE status = 'solved' AND solved_at <= $1 ORDER BY solved_at, id LIMIT ${BATCH}`);

/** What becomes of tickets by time alone. Nobody did it: history and events name the system. */
@Injectable()
export class TimedTickets implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly changes: TicketChanges,
    private readonly timers: TicketTimers,
    private readonly workspace: WorkspaceChange,
  ) {}

  onModuleInit(): void {
    this.jobs.register<{ ticketId: string }>(TICKET_WAKE, { run: ({ ticketId }) => this.database.step(() => this.#wake(ticketId)) });
    this.jobs.register(TICKET_CLOSE, { run: (_, { signal }) => this.#close(signal) });
    this.workspace.react(() => this.timers.closeAnew());
  }

  /** A ticket that waited until now is open again. */
  async #wake(id: string): Promise<void> {
    const now = this.changes.now();
    const [ticket] = await this.changes.lockAll([id]);
    if (ticket?.status !== 'pending' || !ticket.pendingUntil || ticket.pendingUntil > now) return;
    ticket.moveTo('open', now);
    await this.changes.save(ticket, 'ticket_status_changed');
  }

  async #close(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.database.step(() => this.#closeSome())));
  }

  /** True where there may be more. */
  async #closeSome(): Promise<boolean> {
    const days = await this.timers.daysToClose();
    if (days === null) return false;
    const now = this.changes.now();
    const due = await this.database.query(SOLVED_UNTIL, [new Date(now.getTime() - days * 86_400_000)]);
    for (const ticket of await this.changes.lockAll(due.map(({ id }) => id))) {
      if (ticket.status !== 'solved') continue;
      ticket.moveTo('closed', now);
      await this.changes.save(ticket, 'ticket_status_changed');
    }
    if (due.length === BATCH) return true;
    await this.timers.setClosing();
    return false;
  }
}
