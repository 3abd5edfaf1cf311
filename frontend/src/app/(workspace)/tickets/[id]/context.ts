import type { Session, Ticket } from '../../../../lib/api-types.ts';

/** What every form of the page is made of. */
export interface TicketContext {
  ticket: Ticket;
  session: Session;
  traceLabel: string;
}
