import type { ContactField } from '@kontor/contracts/contacts';
import type { MessageKind, TicketStatus } from '@kontor/contracts/tickets';
import { sql, type Statement } from '../../platform/database/statement.ts';
import type { Position } from '../../platform/http/pagination.ts';
import { where } from '../../platform/http/keyset.ts';
import { visibleWhere, type Reader } from '../tickets.policy.ts';
import type { ActivityBody } from './activity.shape.ts';

/** Flat, as the database answers it; `activityBody` gives it its shape. */
export interface ActivityRow {
  id: string;
  type: ActivityBody['type'];
  at: string;
  authorType: ActivityBody['author']['type'];
  authorId: string | null;
  authorName: string | null;
  contactId: string | null;
  contactName: string | null;
  ticketId: string | null;
  ticketNumber: number | null;
  ticketSubject: string | null;
  ticketStatus: TicketStatus | null;
  kind: MessageKind | null;
  body: string | null;
  field: ContactField | null;
  from: string | null;
  to: string | null;
}

/** Names are looked up one by one, by index, as in the timeline of a ticket. */
const person = (id: string) => `(SELECT u.name FROM users u WHERE u.id = ${id})`;
const contact = (id: string) => `(SELECT c.name FROM contacts c WHERE c.id = ${id})`;
const company = (id: string) => `(SELECT k.name FROM companies k WHERE k.id = ${id})`;
const shown = (value: string) =>
  `CASE e.field WHEN 'company' THEN ${company(`${value}::uuid`)} WHEN 'merge' THEN ${contact(`${value}::uuid`)} ELSE ${value} END`;

/** Of a message no more than fits into a line or two. */
const EXCERPT = 280;

const SUBJECTS = {
  contact: { people: '(SELECT $1::uuid)', changes: 'h.contact_id = $1' },
  company: { people: '(SELECT p.id FROM contacts p WHERE p.company_id = $1)', changes: '(h.company_id = $1 OR h.contact_id IN (SELECT p.id FROM contacts p WHERE p.company_id = $1))' },
} as const;
export type ActivitySubject = keyof typeof SUBJECTS;

/**
 * Everything about a contact, or about the contacts of a company, newest first, behind a position: of tickets only what the
 * reader sees. Each side reads no more than a page by its index, of messages no more than a page a ticket.
 */
export function activityOf(subject: ActivitySubject, id: string, after: Position, limit: number, reader: Reader): { statement: Statement<ActivityRow>; values: unknown[] } {
  const { people, changes } = SUBJECTS[subject];
  const visible = visibleWhere(reader);
  const seen = where(visible ? [visible] : [], 4);
  const clause = seen.text.replace(' WHERE ', ' AND ');
  const message = `m.id, 'message' AS type, m.created_at AS at, CASE WHEN m.member_id IS NULL THEN 'contact' ELSE 'user' END AS author_type,
    coalesce(m.member_id, m.contact_id) AS author_id, m.kind, left(m.body, ${EXCERPT}) AS body`;
  const text = `
  SELECT e.id, e.type, e.at, e.author_type AS "authorType", e.author_id AS "authorId",
    CASE e.author_type WHEN 'user' THEN ${person('e.author_id')} WHEN 'contact' THEN ${contact('e.author_id')} END AS "authorName",
    e.contact_id AS "contactId", ${contact('e.contact_id')} AS "contactName",
    e.ticket_id AS "ticketId", e.number AS "ticketNumber", e.subject AS "ticketSubject", e.status AS "ticketStatus",
    e.kind, e.body, e.field, ${shown('e.old_value')} AS "from", ${shown('e.new_value')} AS "to"
  FROM (
    (SELECT t.id, 'ticket' AS type, t.created_at AS at, CASE WHEN t.created_by IS NULL THEN 'contact' ELSE 'user' END AS author_type,
        coalesce(t.created_by, t.requester_id) AS author_id, t.requester_id AS contact_id, t.id AS ticket_id, t.number, t.subject, t.status,
        NULL AS kind, NULL AS body, NULL AS field, NULL AS old_value, NULL AS new_value
      FROM tickets t WHERE t.requester_id IN ${people} AND (t.created_at, t.id) < ($2::timestamptz, $3::uuid)${clause}
      ORDER BY t.created_at DESC, t.id DESC LIMIT $4)
    UNION ALL
    (SELECT s.id, s.type, s.at, s.author_type, s.author_id, t.requester_id, t.id, t.number, t.subject, t.status, s.kind, s.body, NULL, NULL, NULL
      FROM tickets t CROSS JOIN LATERAL (
        SELECT ${message} FROM ticket_messages m WHERE m.ticket_id = t.id AND (m.created_at, m.id) < ($2::timestamptz, $3::uuid)
        ORDER BY m.created_at DESC, m.id DESC LIMIT $4) s
      WHERE t.requester_id IN ${people}${clause} ORDER BY s.at DESC, s.id DESC LIMIT $4)
    UNION ALL
    (SELECT s.id, s.type, s.at, s.author_type, s.author_id, s.author_id, t.id, t.number, t.subject, t.status, s.kind, s.body, NULL, NULL, NULL
      FROM (SELECT ${message}, m.ticket_id FROM ticket_messages m
        WHERE m.contact_id IN ${people} AND (m.created_at, m.id) < ($2::timestamptz, $3::uuid)) s JOIN tickets t ON t.id = s.ticket_id
      WHERE (t.requester_id IS NULL OR t.requester_id NOT IN ${people})${clause} ORDER BY s.at DESC, s.id DESC LIMIT $4)
    UNION ALL
    (SELECT h.id, 'change', h.created_at, h.actor_type, h.actor_id, h.contact_id, NULL, NULL, NULL, NULL, NULL, NULL, h.field, h.old_value, h.new_value
      FROM contact_changes h WHERE ${changes} AND (h.created_at, h.id) < ($2::timestamptz, $3::uuid)
      ORDER BY h.created_at DESC, h.id DESC LIMIT $4)
    ORDER BY at DESC, id DESC LIMIT $4) e
  ORDER BY e.at DESC, e.id DESC`;
  return { statement: sql<ActivityRow>(text), values: [id, after.value, after.id, limit, ...seen.values] };
}

export function activityBody(row: ActivityRow): ActivityBody {
  const { id, type, at, authorType, authorId, authorName, contactId, ticketId, kind, body, field, from, to } = row;
  return {
    id,
    type,
    at,
    author: { type: authorType, id: authorId, name: authorName },
    contact: contactId === null ? null : { id: contactId, name: row.contactName ?? '' },
    ticket: ticketId === null ? null : { id: ticketId, number: row.ticketNumber!, subject: row.ticketSubject!, status: row.ticketStatus! },
    kind,
    body,
    field,
    from,
    to,
  };
}
