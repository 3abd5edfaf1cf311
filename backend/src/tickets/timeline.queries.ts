import { TICKET_REFERENCES, type MessageKind, type TrackedField } from '@kontor/contracts/tickets';
import { sql, type Statement } from '../platform/database/statement.ts';
import { where } from '../platform/http/keyset.ts';
import type { AttachmentBody } from './attachments/attachment.shape.ts';
import { attachmentsOf } from './attachments/attachments.queries.ts';
import type { PersonBody, TimelineEntryBody } from './ticket.shape.ts';
import { visibleWhere, type Reader } from './tickets.policy.ts';

export interface TimelineRow {
  id: string;
  type: 'message' | 'change';
  at: string;
  authorType: 'user' | 'contact' | 'system';
  authorId: string | null;
  authorName: string | null;
  kind: MessageKind | null;
  body: string | null;
  mentions: PersonBody[];
  field: TrackedField | null;
  from: string | null;
  to: string | null;
  attachments: AttachmentBody[];
  label: string | null;
  ticket: TimelineEntryBody['ticket'];
}

/** Names are looked up one by one, by index: a join would make the planner read all people there are, since their policy hides how few it leaves. */
const person = (id: string) => `(SELECT u.name FROM users u WHERE u.id = ${id})`;
const contact = (id: string) => `(SELECT c.name FROM contacts c WHERE c.id = ${id})`;
const team = (id: string) => `(SELECT g.name FROM teams g WHERE g.id = ${id})`;
const shown = (value: string) =>
  `CASE e.field WHEN 'assignee' THEN ${person(`${value}::uuid`)} WHEN 'requester' THEN ${contact(`${value}::uuid`)}
    WHEN 'team' THEN ${team(`${value}::uuid`)} ELSE ${value} END`;

/** Asked of notes only: nobody is mentioned anywhere else. */
const MENTIONS = `CASE e.kind WHEN 'note' THEN (
  SELECT coalesce(json_agg(json_build_object('id', n.user_id, 'name', ${person('n.user_id')}) ORDER BY n.user_id), '[]')
  FROM message_mentions n WHERE n.message_id = e.id) ELSE '[]' END`;

const references = TICKET_REFERENCES.map((field) => `'${field}'`).join(', ');
/**
 * The other ticket that a change speaks of. Asked where the change is read: inside the condition on `tickets` the planner
 * would hold it for something that could leak, and read all tickets of the tenant instead of one by its key.
 */
const OTHER_OF_CHANGE = `CASE WHEN h.field IN (${references}) THEN coalesce(h.new_value, h.old_value)::uuid END`;

const timeline = (other: string) =>
  sql<TimelineRow>(`
  SELECT e.id, e.type, e.at, e.author_type AS "authorType", e.author_id AS "authorId",
    CASE e.author_type WHEN 'user' THEN ${person('e.author_id')} WHEN 'contact' THEN ${contact('e.author_id')} END AS "authorName",
    e.kind, e.body, ${MENTIONS} AS mentions, e.field, (SELECT f.label FROM ticket_fields f WHERE f.id = e.field_id) AS label,
    ${shown('e.old_value')} AS "from", ${shown('e.new_value')} AS "to",
    (SELECT jsonb_build_object('id', t.id, 'number', t.number) FROM tickets t${other}) AS ticket,
    CASE e.type WHEN 'message' THEN ${attachmentsOf('e.id')} ELSE '[]' END AS attachments
  FROM (
    (SELECT m.id, 'message' AS type, m.created_at AS at, CASE WHEN m.member_id IS NULL THEN 'contact' ELSE 'user' END AS author_type,
        coalesce(m.member_id, m.contact_id) AS author_id, m.kind, m.body, NULL AS field, NULL AS old_value, NULL AS new_value,
        m.original_ticket_id AS other_id, NULL::uuid AS field_id
      FROM ticket_messages m WHERE m.ticket_id = $1 AND (m.created_at, m.id) < ($2::timestamptz, $3::uuid)
      ORDER BY m.created_at DESC, m.id DESC LIMIT $4)
    UNION ALL
    (SELECT h.id, 'change', h.created_at, h.actor_type, h.actor_id, NULL, NULL, h.field, h.old_value, h.new_value, ${OTHER_OF_CHANGE}, h.field_id
      FROM ticket_changes h WHERE h.ticket_id = $1 AND (h.created_at, h.id) < ($2::timestamptz, $3::uuid)
      ORDER BY h.created_at DESC, h.id DESC LIMIT $4)
    ORDER BY at DESC, id DESC LIMIT $4) e
  ORDER BY e.at DESC, e.id DESC`);

const OF_ALL = timeline(' WHERE t.id = e.other_id');

/**
 * Messages and changes of a ticket (`$1`), newest first, behind a position (`$2`, `$3`), at most `$4`. Each side reads no
 * more than a page by its index. People in the history are told by name: `old_value` and `new_value` hold ids for
 * assignee, requester and team. `more` are the values of the reader's row rules.
 */
export function timelineOf(reader: Reader): { statement: Statement<TimelineRow>; more: readonly unknown[] } {
  const visible = visibleWhere(reader);
  if (!visible) return { statement: OF_ALL, more: [] };
  const clause = where([{ text: 't.id = e.other_id', values: [] }, visible], 4);
  return { statement: timeline(clause.text), more: clause.values };
}

/** Behind every entry there is: where the first page begins. */
export const NEWEST = { value: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

export function timelineEntry({ authorType, authorId, authorName, ...row }: TimelineRow): TimelineEntryBody {
  const entry = { ...row, author: { type: authorType, id: authorId, name: authorName } };
  if (!(TICKET_REFERENCES as readonly (TrackedField | null)[]).includes(row.field)) return entry;
  // Of a ticket that the reader may not see not even the number is told: only that there is, or was, another one.
  const number = (id: string | null) => (id === null ? null : String(row.ticket?.number ?? ''));
  return { ...entry, from: number(row.from), to: number(row.to) };
}
