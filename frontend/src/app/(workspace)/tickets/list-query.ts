import type { TicketPriority, TicketStatus } from '@kontor/contracts/tickets';
import type { QueryOf } from '../../../lib/api-operation.ts';
import type { Ticket } from '../../../lib/api-types.ts';
import { read } from '../../../lib/session.ts';
import { startOfDay } from './day.ts';
import { nestedFilter, type SavedView, type TicketFilters } from './filters.ts';

const PAGE_SIZE = 25;
/** Of a column that was asked for more; further ones are found in the list. */
const LONG_COLUMN = 100;

/** What work goes through, from left to right. */
const BOARD_STATUSES = ['new', 'open', 'pending', 'hold', 'solved'] as const satisfies TicketStatus[];

/** A column of the board. */
export interface BoardColumn {
  status: (typeof BOARD_STATUSES)[number];
  tickets: Ticket[];
  count: number | undefined;
  hasMore: boolean;
  isLong: boolean;
}

const DATES = ['createdAfter', 'createdBefore', 'updatedAfter', 'updatedBefore'] as const;

export function hasDates({ values }: TicketFilters): boolean {
  return DATES.some((name) => values[name] !== undefined);
}

function several<Value extends string>(list: string | undefined): Value[] | undefined {
  return list?.split(',') as Value[] | undefined;
}

/** What the API is asked for so that it answers what the address says, days being days of the reader's zone. */
export function listQuery(filters: TicketFilters, view: SavedView | undefined, timeZone: string): QueryOf<'GET', '/tickets'> {
  const { values, sort, cursor } = filters;
  const filter = nestedFilter(filters, view);
  const from = (day: string | undefined) => day && startOfDay(day, timeZone);
  // The last day of a span belongs to it; the API takes the first instant after it.
  const until = (day: string | undefined) => day && startOfDay(day, timeZone, 1);
  return {
    status: several<TicketStatus>(values.status),
    priority: several<TicketPriority>(values.priority),
    assignee: values.assignee,
    tag: values.tag,
    requester: values.requester,
    company: values.company,
    number: values.number === undefined ? undefined : Number(values.number),
    createdAfter: from(values.createdAfter),
    createdBefore: until(values.createdBefore),
    updatedAfter: from(values.updatedAfter),
    updatedBefore: until(values.updatedBefore),
    q: values.q,
    filter: filter && JSON.stringify(filter),
    sort,
    limit: PAGE_SIZE,
    // How many have common words would cost more than the page itself.
    count: !values.q,
    cursor,
  };
}

/** The columns of the board, each a list of its own; `more` names those that are to be longer. */
export async function readBoard(query: QueryOf<'GET', '/tickets'>, more: string | string[] | undefined): Promise<BoardColumn[]> {
  const long = [more ?? []].flat().join().split(',');
  const statuses = BOARD_STATUSES.filter((status) => query?.status?.includes(status) ?? true);
  return Promise.all(
    statuses.map(async (status) => {
      const isLong = long.includes(status);
      const { items, count, nextCursor } = await read('/tickets', {
        query: { ...query, cursor: undefined, status: [status], limit: isLong ? LONG_COLUMN : PAGE_SIZE },
      });
      return { status, tickets: items, count, hasMore: nextCursor !== null, isLong };
    }),
  );
}
