import { CHANNELS } from '@kontor/contracts/events';
import type { NewEvent } from '../platform/events/events.ts';
import type { TicketBody } from './ticket.shape.ts';

export type TicketEventType = (typeof CHANNELS)['tickets:updates']['types'][number];

/** The ticket as REST gives it. A message is told by id only: a note's text never leaves the database by an event. */
export function ticketEvent(type: TicketEventType, ticket: TicketBody, messageId?: string): NewEvent {
  return { channel: 'tickets:updates', type, data: messageId ? { ...ticket, messageId } : ticket };
}
