import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import type { PageOf } from '../platform/http/shapes.ts';
import { readFilter, TicketSelection } from './filters/ticket-selection.ts';
import type { TicketBody } from './ticket.shape.ts';
import type { TicketQuery } from './tickets.dto.ts';
import { TICKETS, ticketBody } from './tickets.queries.ts';

/** The tickets that a member sees, chosen and ordered. */
@Injectable()
export class TicketListService {
  constructor(
    private readonly database: Database,
    private readonly selection: TicketSelection,
  ) {}

  async list({ filter, ...query }: TicketQuery): Promise<PageOf<TicketBody>> {
    const conditions = await this.selection.conditions({ ...query, filter: readFilter(filter) }, '?filter');
    const page = await TICKETS(this.database, conditions, query);
    return { ...page, items: page.items.map(ticketBody) };
  }
}
