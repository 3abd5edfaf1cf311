import type { TicketFilter } from '@kontor/contracts/ticket-filter';
import { startOfDay } from './day.ts';
import { nestedFilter, type SavedView, type TicketFilters } from './filters.ts';

/** Everything that an address chooses by, as one filter that a view can keep; undefined where it chooses nothing. */
export function savedFilter(filters: TicketFilters, view: SavedView | undefined, timeZone: string): TicketFilter | undefined {
  const { values } = filters;
  const parts: TicketFilter[] = [];
  const is = (field: string, value: readonly string[]) => parts.push({ field, op: 'is', value });
  if (values.status) is('status', values.status.split(','));
  if (values.priority) is('priority', values.priority.split(','));
  if (values.assignee === 'none') parts.push({ field: 'assignee', op: 'isEmpty' });
  else if (values.assignee) is('assignee', [values.assignee]);
  if (values.requester) is('requester', [values.requester]);
  if (values.company) is('company', [values.company]);
  if (values.tag) parts.push({ field: 'tags', op: 'has', value: [values.tag] });
  for (const field of ['created', 'updated'] as const) {
    const [after, before] = [values[`${field}After`], values[`${field}Before`]];
    if (after) parts.push({ field: `${field}At`, op: 'after', value: after });
    // The last day of a span belongs to it; a filter ends before its moment.
    if (before) parts.push({ field: `${field}At`, op: 'before', value: startOfDay(before, timeZone, 1) });
  }
  const nested = nestedFilter(filters, view);
  if (nested) parts.push(...('all' in nested ? nested.all : [nested]));
  return parts.length > 1 ? { all: parts } : parts[0];
}
