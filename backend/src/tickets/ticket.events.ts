import { CHANNELS } from '@kontor/contracts/events';
import type { CacheTag } from '../platform/cache/cache-tag.ts';
import type { NewEvent } from '../platform/events/events.ts';
import type { TicketBody } from './ticket.shape.ts';

/** What the counts of Home and at the side depend on. */
export const DASHBOARD_DATA: CacheTag = { name: 'dashboard-data', channels: ['tickets:updates'] };

export type TicketEventType = (typeof CHANNELS)['tickets:updates']['types'][number];

/** The ticket as REST gives it. A message is told by id only: a note's text never leaves the database by an event. */
export function ticketEvent(type: TicketEventType, ticket: TicketBody, messageId?: string): NewEvent {
  return { channel: 'tickets:updates', type, data: messageId ? { ...ticket, messageId } : ticket };
}
