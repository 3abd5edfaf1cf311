import { UNSOLVED_STATUSES } from '@kontor/contracts/tickets';
import type { List, Ticket } from '../../../lib/api-types.ts';
import { read } from '../../../lib/session.ts';
import { dayOf, startOfDay } from '../tickets/day.ts';

const DAYS = 7;
const DAY_MS = 86_400_000;

export interface StatusCount {
  status: (typeof UNSOLVED_STATUSES)[number];
  count: number;
}

export interface DayCount {
  /** YYYY-MM-DD in the reader's zone. */
  day: string;
  count: number;
}

async function count(query: Record<string, string>): Promise<number> {
  return (await read<List<Ticket>>('/tickets', { ...query, limit: '1', count: 'true' })).count ?? 0;
}

/** How many tickets are in each unsolved status. */
export function readStatuses(): Promise<StatusCount[]> {
  return Promise.all(UNSOLVED_STATUSES.map(async (status) => ({ status, count: await count({ status }) })));
}

/** How many tickets were opened on each of the last seven days, today the last. */
export function readCreated(timeZone: string): Promise<DayCount[]> {
  const today = Date.parse(`${dayOf(Date.now(), timeZone)}T12:00:00Z`);
  const days = Array.from({ length: DAYS }, (_, index) => new Date(today - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10));
  const span = (day: string) => ({ createdAfter: startOfDay(day, timeZone), createdBefore: startOfDay(day, timeZone, 1) });
  return Promise.all(days.map(async (day) => ({ day, count: await count(span(day)) })));
}
