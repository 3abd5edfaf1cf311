import { startOfDay } from './day.ts';
import type { TicketFilters } from './filters.ts';

const PAGE_SIZE = 25;
/** The last day of a span belongs to it; the API takes the first instant after it. */
const ENDS = new Set(['createdBefore', 'updatedBefore']);
const DATES = new Set(['createdAfter', 'updatedAfter', ...ENDS]);

export function hasDates({ values }: TicketFilters): boolean {
  return Object.keys(values).some((name) => DATES.has(name));
}

/** What the API is asked for so that it answers what the address says, days being days of the reader's zone. */
export function listQuery({ values, sort, cursor }: TicketFilters, timeZone: string): Record<string, string> {
  const filters = Object.entries(values).map(([name, value]): [string, string] => [
    name,
    DATES.has(name) ? startOfDay(value, timeZone, ENDS.has(name) ? 1 : 0) : value,
  ]);
  return { ...Object.fromEntries(filters), sort, limit: String(PAGE_SIZE), count: 'true', ...(cursor && { cursor }) };
}
