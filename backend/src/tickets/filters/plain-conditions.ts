import type { Condition } from '../../platform/http/keyset.ts';
import type { Reader } from '../tickets.policy.ts';
import type { TicketCriteria } from './ticket-selection.ts';

/** The criteria that need no filter, as conditions on the tickets `t`. */
export function plainConditions(asked: Omit<TicketCriteria, 'filter' | 'q'>, { userId, teamIds }: Reader): Condition[] {
  const conditions: Condition[] = [];
  const add = (text: string, ...values: unknown[]) => conditions.push({ text, values });
  if (asked.ids) add('t.id = ANY(?::uuid[])', asked.ids);
  // One status is an equality, so that the index by status also gives the order.
  if (asked.status?.length === 1) add('t.status = ?', asked.status[0]);
  else if (asked.status) add('t.status = ANY(?::text[])', asked.status);
  if (asked.priority) add('t.priority = ANY(?::text[])', asked.priority);
  if (asked.assignee === 'none') add('t.assignee_id IS NULL');
  else if (asked.assignee) add('t.assignee_id = ?', asked.assignee === 'me' ? userId : asked.assignee);
  if (asked.team === 'none') add('t.team_id IS NULL');
  else if (asked.team === 'mine') add('t.team_id = ANY(?::uuid[])', teamIds);
  else if (asked.team) add('t.team_id = ?', asked.team);
  if (asked.requester) add('t.requester_id = ?', asked.requester);
  if (asked.company) add('t.requester_id IN (SELECT p.id FROM contacts p WHERE p.company_id = ?)', asked.company);
  if (asked.number) add('t.number = ?', asked.number);
  if (asked.tag) add('EXISTS (SELECT 1 FROM ticket_tags g WHERE g.ticket_id = t.id AND g.tag = ?)', asked.tag);
  if (asked.createdAfter) add('t.created_at >= ?::timestamptz', asked.createdAfter);
  if (asked.createdBefore) add('t.created_at < ?::timestamptz', asked.createdBefore);
  if (asked.updatedAfter) add('t.updated_at >= ?::timestamptz', asked.updatedAfter);
  if (asked.updatedBefore) add('t.updated_at < ?::timestamptz', asked.updatedBefore);
  return conditions;
}
