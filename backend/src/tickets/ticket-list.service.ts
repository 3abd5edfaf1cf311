import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { Invalid } from '../platform/http/problems.ts';
import type { PageOf } from '../platform/http/shapes.ts';
import { measureQueryTime } from '../platform/telemetry/measure-query-time.ts';
import { readFilter, TicketSelection } from './filters/ticket-selection.ts';
import { each, TicketSearch } from './search/ticket-search.ts';
import type { TicketBody } from './ticket.shape.ts';
import type { TicketQuery } from './tickets.dto.ts';
import { TICKETS, TICKETS_BY_RECENCY, TICKETS_BY_RELEVANCE, ticketBody, type TicketRow } from './tickets.queries.ts';

/** The tickets that a member sees, chosen and ordered. */
@Injectable()
export class TicketListService {
  constructor(
    private readonly database: Database,
    private readonly selection: TicketSelection,
    private readonly search: TicketSearch,
  ) {}

  async list(query: TicketQuery): Promise<PageOf<TicketBody>> {
    const isByRelevance = query.sort === '-relevance';
    const page = await measureQueryTime(() => (isByRelevance ? this.#byRelevance(query) : this.#sorted(query)), { operation: isByRelevance ? 'ticket-relevance' : 'ticket-list' });
    return { ...page, items: page.items.map(ticketBody) };
  }

  async #sorted(query: TicketQuery): Promise<PageOf<TicketRow>> {
    return TICKETS(this.database, await this.selection.conditions({ ...query, filter: readFilter(query.filter) }, '?filter'), query);
  }

  async #byRelevance({ q, ...query }: TicketQuery): Promise<PageOf<TicketRow>> {
    if (q === undefined) throw Invalid.field('?sort', 'INVALID_VALUE', 'Goes with words to search for.');
    const [matches, conditions] = await Promise.all([
      this.search.matches(q),
      this.selection.conditions({ ...query, filter: readFilter(query.filter) }, '?filter'),
    ]);
    if (!matches) return TICKETS_BY_RECENCY(this.database, [...conditions, each(q)], query);
    return TICKETS_BY_RELEVANCE(this.database, conditions, query, [matches.map(({ id }) => id), matches.map(({ rank }) => rank)]);
  }
}
