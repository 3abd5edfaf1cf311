import type { TicketCounts } from './api-types.ts';
import { read } from './session.ts';

const DAYS = 7;

/** How many tickets the reader has to do with; one question for the side and for Home. */
export function readTicketCounts(): Promise<TicketCounts> {
  return read('/tickets/counts', { query: { days: DAYS } });
}
