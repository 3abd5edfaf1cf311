import { FINAL_STATUSES, type TicketStatus } from '@kontor/contracts/tickets';
import type { Visibility } from '@kontor/contracts/permissions';
import type { Condition } from '../platform/http/keyset.ts';

/** What a row rule asks of who reads. */
export interface Reader {
  userId: string;
  visibility: Visibility;
}

/** What a row rule asks of a ticket. */
export interface Owned {
  assigneeId: string | null;
  createdById: string | null;
}

/** Members see every ticket, or with visibility `own` those assigned to or created by them. */
export function visibleTo(reader: Reader, ticket: Owned): boolean {
  return reader.visibility === 'all' || ticket.assigneeId === reader.userId || ticket.createdById === reader.userId;
}

/** `visibleTo` as SQL on the tickets `t`, with `?` for each value; undefined where everything is visible. */
export function visibleWhere({ userId, visibility }: Reader): Condition | undefined {
  return visibility === 'all' ? undefined : { text: '(t.assignee_id = ? OR t.created_by = ?)', values: [userId, userId] };
}

/** A closed or merged ticket is history: nobody edits it. */
export function mayEdit(reader: Reader, ticket: Owned & { status: TicketStatus }): boolean {
  return visibleTo(reader, ticket) && !(FINAL_STATUSES as readonly TicketStatus[]).includes(ticket.status);
}
