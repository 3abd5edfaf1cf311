import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentActor } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { withQuery } from '../../platform/http/checked.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { csvExport, type ListPart } from '../../platform/operations/csv-export.ts';
import { OperationItems } from '../../platform/operations/operation-items.ts';
import { OperationKinds } from '../../platform/operations/operation-kinds.ts';
import type { OperationBody } from '../../platform/operations/operation.shape.ts';
import { OperationsService } from '../../platform/operations/operations.service.ts';
import { TicketListService } from '../ticket-list.service.ts';
import type { TicketBody } from '../ticket.shape.ts';
import { TicketQuery } from '../tickets.dto.ts';
import { linesOf } from './export.queries.ts';

/** The tickets of a list as a CSV file, oldest first. */
@Injectable()
export class TicketExport implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly kinds: OperationKinds,
    private readonly items: OperationItems,
    private readonly operations: OperationsService,
    private readonly tickets: TicketListService,
  ) {}

  onModuleInit(): void {
    const work = csvExport<TicketBody>(this.items, {
      permission: 'ticket:export',
      name: 'tickets',
      columns: {
        number: ({ number }) => number,
        subject: ({ subject }) => subject,
        status: ({ status }) => status,
        priority: ({ priority }) => priority,
        assignee: ({ assignee }) => assignee?.name ?? null,
        team: ({ team }) => team?.name ?? null,
        requester: ({ requester }) => requester?.name ?? null,
        requesterEmail: ({ requester }) => requester?.email ?? null,
        tags: ({ tags }) => tags.join(', '),
        channel: ({ channel }) => channel,
        createdAt: ({ createdAt }) => createdAt,
        updatedAt: ({ updatedAt }) => updatedAt,
        solvedAt: ({ solvedAt }) => solvedAt,
        closedAt: ({ closedAt }) => closedAt,
      },
      page: (matching, part) => this.#page(matching, part),
      lines: (id, after, until) => this.#lines(id, after, until),
    });
    this.kinds.register('ticket_export', work);
  }

  async start(matching: string): Promise<OperationBody> {
    const { count = 0 } = await this.#page(matching, { limit: 1, count: true });
    return this.operations.start({ kind: 'ticket_export', parameters: { matching }, fill: () => Promise.resolve(count) });
  }

  #page(matching: string, part: ListPart): Promise<PageOf<TicketBody>> {
    return withQuery(TicketQuery, matching, '/matching', ({ cursor: _, ...query }) => this.tickets.list({ ...query, count: false, sort: 'createdAt', ...part }));
  }

  async #lines(operationId: string, after: number, until: number): Promise<string[]> {
    const { statement, values } = linesOf(currentActor(), operationId, after, until);
    return (await this.database.query(statement, values)).map(({ line }) => line);
  }
}
