import type { TicketPriority, TicketStatus } from '@kontor/contracts/tickets';
import type { QueryOf } from '../../../lib/api-operation.ts';
import { startOfDay } from './day.ts';
import type { TicketFilters } from './filters.ts';

const PAGE_SIZE = 25;
const DATES = ['createdAfter', 'createdBefore', 'updatedAfter', 'updatedBefore'] as const;

export function hasDates({ values }: TicketFilters): boolean {
  return DATES.some((name) => values[name] !== undefined);
}

function several<Value extends string>(list: string | undefined): Value[] | undefined {
  return list?.split(',') as Value[] | undefined;
}

/** What the API is asked for so that it answers what the address says, days being days of the reader's zone. */
export function listQuery({ values, sort, cursor }: TicketFilters, timeZone: string): QueryOf<'GET', '/tickets'> {
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
    sort,
    limit: PAGE_SIZE,
    count: true,
    cursor,
  };
}
