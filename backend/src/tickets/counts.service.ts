import { Injectable } from '@nestjs/common';
import { UNSOLVED_STATUSES } from '@kontor/contracts/tickets';
import { Cache } from '../platform/cache/cache.ts';
import { Clock } from '../platform/clock.ts';
import { currentActor } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import { measureQueryTime } from '../platform/telemetry/measure-query-time.ts';
import { createdOf, tagsOf, TIME_ZONE, unsolvedOf } from './counts.queries.ts';
import { DASHBOARD_DATA } from './ticket.events.ts';
import type { TagBody, TicketCountsBody } from './ticket.shape.ts';
import type { Reader } from './tickets.policy.ts';

interface Unsolved {
  byStatus: TicketCountsBody['unsolved'];
  byAssignee: Record<string, number>;
  unassigned: number;
}

/** How many tickets there are, among those that the member sees. */
@Injectable()
export class CountsService {
  readonly #unsolved: (reader: Reader) => Promise<Unsolved>;
  readonly #created: (...about: Parameters<typeof createdOf>) => Promise<TicketCountsBody['created']>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    cache: Cache,
  ) {
    const policy = { tags: [DASHBOARD_DATA] };
    this.#unsolved = cache.createCachedFunction((reader) => this.#loadUnsolved(reader), ['unsolved-tickets'], policy);
    this.#created = cache.createCachedFunction((...about) => this.#loadCreated(...about), ['created-tickets'], policy);
  }

  async tags(): Promise<{ items: TagBody[]; nextCursor: null }> {
    const { statement, values } = tagsOf(currentActor());
    return { items: await this.database.query(statement, values), nextCursor: null };
  }

  /** What is unsolved now and what came in on the last `days` days. */
  async counts(days: number): Promise<TicketCountsBody> {
    const { userId } = currentActor();
    const reader = sharedReader(currentActor());
    const [{ byStatus, byAssignee, unassigned }, created] = await Promise.all([this.#unsolved(reader), this.#createdLately(userId, reader, days)]);
    return { unsolved: byStatus, mine: byAssignee[userId] ?? 0, unassigned, created };
  }

  async #createdLately(userId: string, reader: Reader, days: number): Promise<TicketCountsBody['created']> {
    const { timeZone } = (await this.database.one(TIME_ZONE, [userId]))!;
    // In Sweden a date is written as ISO 8601 has it.
    const today = this.clock.now().toLocaleDateString('sv', { timeZone });
    return this.#created(reader, timeZone, today, days);
  }

  async #loadUnsolved(reader: Reader): Promise<Unsolved> {
    const { statement, values } = unsolvedOf(reader);
    const rows = await measureQueryTime(() => this.database.query(statement, values), { operation: 'ticket-counts' });
    const sum = (some: typeof rows) => some.reduce((total, { count }) => total + count, 0);
    const byAssignee = Map.groupBy(rows, ({ assigneeId }) => assigneeId);
    return {
      byStatus: UNSOLVED_STATUSES.map((status) => ({ status, count: sum(rows.filter((row) => row.status === status)) })),
      byAssignee: Object.fromEntries([...byAssignee].flatMap(([id, some]) => (id === null ? [] : [[id, sum(some)]]))),
      unassigned: sum(byAssignee.get(null) ?? []),
    };
  }

  async #loadCreated(...about: Parameters<typeof createdOf>): Promise<TicketCountsBody['created']> {
    const { statement, values } = createdOf(...about);
    return this.database.query(statement, values);
  }
}

/** Who sees everything sees the same as the others who do. */
function sharedReader({ userId, visibility, teamIds }: Reader): Reader {
  return visibility === 'all' ? { userId: '', visibility, teamIds: [] } : { userId, visibility, teamIds };
}
