import { Injectable, type OnModuleInit } from '@nestjs/common';
import { currentActor } from '../../platform/context.ts';
import { csvLine, type Cell } from '../../platform/csv/csv.ts';
import { Database } from '../../platform/database/database.ts';
import { withQuery } from '../../platform/http/checked.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { OperationItems } from '../../platform/operations/operation-items.ts';
import { OperationKinds, type Operation, type Step } from '../../platform/operations/operation-kinds.ts';
import type { OperationBody } from '../../platform/operations/operation.shape.ts';
import { OperationsService } from '../../platform/operations/operations.service.ts';
import { TicketListService } from '../ticket-list.service.ts';
import type { TicketBody } from '../ticket.shape.ts';
import { TicketQuery } from '../tickets.dto.ts';
import { linesOf } from './export.queries.ts';

/** The columns, named as the API names the fields. */
const COLUMNS: Record<string, (ticket: TicketBody) => Cell> = {
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
};
const AT_A_TIME = 500;

/** The tickets of a list as a CSV file, oldest first: an order that no change disturbs while it is written. */
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
    this.kinds.register('ticket_export', {
      permissions: () => ['ticket:export'],
      step: (operation) => this.#step(operation),
      file: {
        permission: 'ticket:export',
        name: 'tickets',
        head: () => csvLine(Object.keys(COLUMNS)),
        lines: ({ id }, after, limit) => this.#lines(id, after, after + limit),
      },
    });
  }

  async start(matching: string): Promise<OperationBody> {
    const { count = 0 } = await this.#page(matching, { limit: 1, count: true });
    return this.operations.start({ kind: 'ticket_export', parameters: { matching }, fill: () => Promise.resolve(count) });
  }

  async #step(operation: Operation): Promise<Step> {
    const { id, parameters, position, cursor } = operation;
    const page = await this.#page(String(parameters['matching']), { limit: AT_A_TIME, ...(cursor !== null && { cursor }) });
    await this.items.add(
      id,
      page.items.map((ticket) => ({ subjectId: ticket.id, data: csvLine(Object.values(COLUMNS).map((cell) => cell(ticket))) })),
      position,
    );
    const reached = position + page.items.length;
    const { nextCursor } = page;
    if (nextCursor === null) return { position: reached, total: reached, counts: {}, isDone: true };
    return { position: reached, cursor: nextCursor, counts: {}, isDone: false };
  }

  #page(matching: string, part: { limit: number; cursor?: string; count?: boolean }): Promise<PageOf<TicketBody>> {
    return withQuery(TicketQuery, matching, '/matching', ({ cursor: _, ...query }) => this.tickets.list({ ...query, count: false, sort: 'createdAt', ...part }));
  }

  async #lines(operationId: string, after: number, until: number): Promise<string[]> {
    const { statement, values } = linesOf(currentActor(), operationId, after, until);
    return (await this.database.query(statement, values)).map(({ line }) => line);
  }
}
