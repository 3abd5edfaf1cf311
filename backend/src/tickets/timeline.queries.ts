import type { MessageKind, TrackedField } from '@kontor/contracts/tickets';
import { sql } from '../platform/database/statement.ts';
import type { TimelineEntryBody } from './ticket.shape.ts';

export interface TimelineRow {
  id: string;
  type: 'message' | 'change';
  at: string;
  authorType: 'user' | 'contact' | 'system';
  authorId: string | null;
  authorName: string | null;
  kind: MessageKind | null;
  body: string | null;
  field: TrackedField | null;
  from: string | null;
  to: string | null;
}

/**
 * Messages and changes of a ticket, newest first, behind a position. Each side reads no more than a page by its index.
 * People in the history are told by name: `old_value` and `new_value` hold ids for assignee and requester.
 */
export const TIMELINE = sql<TimelineRow>(`
  SELECT e.id, e.type, e.at, e.author_type AS "authorType", e.author_id AS "authorId", coalesce(u.name, c.name) AS "authorName",
    e.kind, e.body, e.field,
    CASE e.field WHEN 'assignee' THEN ou.name WHEN 'requester' THEN oc.name ELSE e.old_value END AS "from",
    CASE e.field WHEN 'assignee' THEN nu.name WHEN 'requester' THEN nc.name ELSE e.new_value END AS "to"
  FROM (
    (SELECT m.id, 'message' AS type, m.created_at AS at, CASE WHEN m.member_id IS NULL THEN 'contact' ELSE 'user' END AS author_type,
        coalesce(m.member_id, m.contact_id) AS author_id, m.kind, m.body, NULL AS field, NULL AS old_value, NULL AS new_value
      FROM ticket_messages m WHERE m.ticket_id = $1 AND (m.created_at, m.id) < ($2::timestamptz, $3::uuid)
      ORDER BY m.created_at DESC, m.id DESC LIMIT $4)
    UNION ALL
    (SELECT h.id, 'change', h.created_at, h.actor_type, h.actor_id, NULL, NULL, h.field, h.old_value, h.new_value
      FROM ticket_changes h WHERE h.ticket_id = $1 AND (h.created_at, h.id) < ($2::timestamptz, $3::uuid)
      ORDER BY h.created_at DESC, h.id DESC LIMIT $4)
    ORDER BY at DESC, id DESC LIMIT $4) e
  LEFT JOIN users u ON e.author_type = 'user' AND u.id = e.author_id
  LEFT JOIN contacts c ON e.author_type = 'contact' AND c.id = e.author_id
  LEFT JOIN users ou ON e.field = 'assignee' AND ou.id = CASE WHEN e.field = 'assignee' THEN e.old_value::uuid END
  LEFT JOIN users nu ON e.field = 'assignee' AND nu.id = CASE WHEN e.field = 'assignee' THEN e.new_value::uuid END
  LEFT JOIN contacts oc ON e.field = 'requester' AND oc.id = CASE WHEN e.field = 'requester' THEN e.old_value::uuid END
  LEFT JOIN contacts nc ON e.field = 'requester' AND nc.id = CASE WHEN e.field = 'requester' THEN e.new_value::uuid END
  ORDER BY e.at DESC, e.id DESC`);

/** Behind every entry there is: where the first page begins. */
export const NEWEST = { value: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

export function timelineEntry({ authorType, authorId, authorName, ...row }: TimelineRow): TimelineEntryBody {
  return { ...row, author: { type: authorType, id: authorId, name: authorName } };
}
