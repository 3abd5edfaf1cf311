import { FINAL_STATUSES, type TicketStatus } from '@kontor/contracts/tickets';
import type { Visibility } from '@kontor/contracts/permissions';
import type { Condition } from '../platform/http/keyset.ts';

/** What a row rule asks of who reads. */
export interface Reader {
  userId: string;
  visibility: Visibility;
  teamIds: readonly string[];
}

/** What a row rule asks of a ticket. */
export interface Owned {
  assigneeId: string | null;
  createdById: string | null;
  teamId: string | null;
}

/** What a row rule asks of a ticket as it is shown. */
export function ownedBy({ assignee, createdBy, team }: Record<'assignee' | 'createdBy' | 'team', { id: string } | null>): Owned {
  return { assigneeId: assignee?.id ?? null, createdById: createdBy?.id ?? null, teamId: team?.id ?? null };
}

/** Members see every ticket; with visibility `own` those assigned to or created by them, with `team` also those of their teams. */
export function visibleTo({ userId, visibility, teamIds }: Reader, { assigneeId, createdById, teamId }: Owned): boolean {
  if (visibility === 'all' || assigneeId === userId || createdById === userId) return true;
  return visibility === 'team' && teamId !== null && teamIds.includes(teamId);
}

/** `visibleTo` as SQL on the tickets `t`, with `?` for each value; undefined where everything is visible. */
export function visibleWhere({ userId, visibility, teamIds }: Reader): Condition | undefined {
  if (visibility === 'all') return undefined;
  if (visibility === 'own') return { text: '(t.assignee_id = ? OR t.created_by = ?)', values: [userId, userId] };
  return { text: '(t.assignee_id = ? OR t.created_by = ? OR t.team_id = ANY(?::uuid[]))', values: [userId, userId, teamIds] };
}

/** A closed or merged ticket is history: nobody edits it. */
export function mayEdit(reader: Reader, ticket: Owned & { status: TicketStatus }): boolean {
  return visibleTo(reader, ticket) && !(FINAL_STATUSES as readonly TicketStatus[]).includes(ticket.status);
}
