import { Injectable } from '@nestjs/common';
import { UNSOLVED_STATUSES } from '@kontor/contracts/tickets';
import { Clock } from '../platform/clock.ts';
import { currentActor } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import { createdOf, tagsOf, unsolvedOf } from './counts.queries.ts';
import type { TagBody, TicketCountsBody } from './ticket.shape.ts';

/** How many tickets there are, among those that the member sees. */
@Injectable()
export class CountsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async tags(): Promise<{ items: TagBody[]; nextCursor: null }> {
    const { statement, values } = tagsOf(currentActor());
    return { items: await this.database.query(statement, values), nextCursor: null };
  }

  /** What is unsolved now and what came in on the last `days` days. */
  async counts(days: number): Promise<TicketCountsBody> {
    const actor = currentActor();
    const [unsolvedAsked, createdAsked] = [unsolvedOf(actor), createdOf(actor, this.clock.now(), days)];
    const [unsolved, created] = await Promise.all([
      this.database.query(unsolvedAsked.statement, unsolvedAsked.values),
      this.database.query(createdAsked.statement, createdAsked.values),
    ]);
    return {
      unsolved: UNSOLVED_STATUSES.map((status) => ({ status, count: unsolved.find((row) => row.status === status)?.count ?? 0 })),
      mine: unsolved.reduce((sum, { mine }) => sum + mine, 0),
      unassigned: unsolved.reduce((sum, { unassigned }) => sum + unassigned, 0),
      created,
    };
  }
}
