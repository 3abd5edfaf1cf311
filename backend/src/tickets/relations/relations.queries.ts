import type { LinkKind } from '@kontor/contracts/tickets';
import { sql, type Statement } from '../../platform/database/statement.ts';
import { where } from '../../platform/http/keyset.ts';
import type { RequesterBody } from '../ticket.shape.ts';
import { visibleWhere, type Reader } from '../tickets.policy.ts';
import type { RelatedTicketBody } from './relations.shape.ts';

/**
 * Merges, splits and links of one tenant stand in line: what they check — that a chain ends where it did, that no
 * parent is its own ancestor — concerns more tickets than they lock.
 */
export const STAND_IN_LINE = sql(`SELECT pg_advisory_xact_lock(hashtextextended('kontor relations ' || current_setting('kontor.tenant'), 0))`);

/** The ticket at the end of the chain of merges: it holds the messages. */
export const HOLDER = sql<{ id: string }>(`
  WITH RECURSIVE up AS (
    SELECT t.id, t.merged_into_id FROM tickets t WHERE t.id = $1
    UNION ALL SELECT t.id, t.merged_into_id FROM up JOIN tickets t ON t.id = up.merged_into_id)
  SELECT id FROM up WHERE merged_into_id IS NULL`);

/** All messages of a ticket, and who takes part in it, go to another and remember where they were written. */
export const MOVE_ALL = sql(`
  WITH requester AS (
    INSERT INTO ticket_participants (ticket_id, original_ticket_id, contact_id)
    SELECT $2, t.id, t.requester_id FROM tickets t WHERE t.id = $1 AND t.requester_id IS NOT NULL),
  participants AS (UPDATE ticket_participants SET ticket_id = $2 WHERE ticket_id = $1)
  UPDATE ticket_messages SET ticket_id = $2, original_ticket_id = coalesce(original_ticket_id, ticket_id) WHERE ticket_id = $1`);

/** What was written on a ticket, or on one that was merged into it, returns to it from the holder. */
export const MOVE_BACK = sql(`
  WITH RECURSIVE below AS (
    SELECT $1::uuid AS id UNION ALL SELECT t.id FROM below JOIN tickets t ON t.merged_into_id = below.id),
  requester AS (DELETE FROM ticket_participants WHERE original_ticket_id = $1),
  participants AS (
    UPDATE ticket_participants p SET ticket_id = $1 FROM below
    WHERE p.ticket_id = $2 AND p.original_ticket_id = below.id AND p.original_ticket_id <> $1)
  UPDATE ticket_messages m SET ticket_id = $1, original_ticket_id = nullif(m.original_ticket_id, $1)
  FROM below WHERE m.ticket_id = $2 AND m.original_ticket_id = below.id`);

/** The chosen messages, as far as they are the ticket's, oldest first. */
export const CHOSEN = sql<{ id: string; contactId: string | null }>(`
  SELECT m.id, m.contact_id AS "contactId" FROM ticket_messages m
  WHERE m.ticket_id = $1 AND m.id = ANY($2::uuid[]) ORDER BY m.created_at, m.id`);

/** A split is no merge: its messages are the new ticket's own from then on. */
export const MOVE_CHOSEN = sql(`UPDATE ticket_messages SET ticket_id = $1, original_ticket_id = NULL WHERE id = ANY($2::uuid[])`);

export const NEWEST_REPLY = sql<{ body: string }>(`
  SELECT m.body FROM ticket_messages m WHERE m.ticket_id = $1 AND m.kind = 'reply' ORDER BY m.created_at DESC, m.id DESC LIMIT 1`);

/** `$2` is the parent or original of `$1`, or simply related to it. */
export const LINK = sql('INSERT INTO ticket_links (ticket_id, other_id, kind) VALUES ($1, $2, $3)');

/** What `$2` was to `$1`. */
export const UNLINK = sql<{ kind: LinkKind }>(`
  DELETE FROM ticket_links WHERE (ticket_id = $1 AND other_id = $2) OR (ticket_id = $2 AND other_id = $1)
  RETURNING CASE WHEN ticket_id = $1 THEN kind ${fromOther('kind')} END AS kind`);

/** A row where `$2` is `$1` or one of its ancestors. */
export const IS_ANCESTOR = sql(`
  WITH RECURSIVE up AS (
    SELECT $1::uuid AS id UNION SELECT l.other_id FROM up JOIN ticket_links l ON l.ticket_id = up.id AND l.kind = 'parent')
  SELECT 1 FROM up WHERE id = $2`);

/** The same change of a link in the histories of both tickets. */
export const NOTE_LINK = sql(`
  INSERT INTO ticket_changes (ticket_id, field, old_value, new_value, actor_type, actor_id)
  SELECT noted.*, 'user', $5::uuid FROM (VALUES
    ($1::uuid, $3::text, CASE WHEN $6::boolean THEN NULL ELSE $2::uuid::text END, CASE WHEN $6 THEN $2::uuid::text END),
    ($2::uuid, $4::text, CASE WHEN $6::boolean THEN NULL ELSE $1::uuid::text END, CASE WHEN $6 THEN $1::uuid::text END)) AS noted`);

/** How a stored kind reads from the other ticket. */
function fromOther(kind: string): string {
  return `WHEN ${kind} = 'parent' THEN 'child' WHEN ${kind} = 'duplicate_of' THEN 'duplicated_by' ELSE ${kind}`;
}

export interface RelationRow extends RelatedTicketBody {
  relation: 'merged_into' | 'merged_from' | LinkKind;
}

/** More than these help nobody. */
const MOST_SHOWN = 200;

/** Every ticket around one that the reader may see, in the order of their numbers. */
export function relationsOf(reader: Reader, id: string): { statement: Statement<RelationRow>; values: readonly unknown[] } {
  const visible = visibleWhere(reader);
  const clause = where(visible ? [visible] : [], 1);
  return {
    statement: sql<RelationRow>(`
      WITH RECURSIVE up AS (
        SELECT t.merged_into_id AS id FROM tickets t WHERE t.id = $1 AND t.merged_into_id IS NOT NULL
        UNION ALL SELECT t.merged_into_id FROM up JOIN tickets t ON t.id = up.id WHERE t.merged_into_id IS NOT NULL),
      below AS (
        SELECT t.id FROM tickets t WHERE t.merged_into_id = $1
        UNION ALL SELECT t.id FROM below JOIN tickets t ON t.merged_into_id = below.id)
      SELECT r.relation, t.id, t.number, t.subject, t.status FROM (
        SELECT 'merged_into' AS relation, id FROM up
        UNION ALL SELECT 'merged_from', id FROM below
        UNION ALL SELECT l.kind, l.other_id FROM ticket_links l WHERE l.ticket_id = $1
        UNION ALL SELECT CASE ${fromOther('l.kind')} END, l.ticket_id FROM ticket_links l WHERE l.other_id = $1) r
      JOIN tickets t ON t.id = r.id AND (r.relation <> 'merged_into' OR t.merged_into_id IS NULL)${clause.text}
      ORDER BY t.number LIMIT ${MOST_SHOWN}`),
    values: [id, ...clause.values],
  };
}

/** Requesters of the tickets that were merged into one, without its own. */
export const PARTICIPANTS = sql<RequesterBody>(`
  SELECT DISTINCT c.id, c.name, c.email FROM ticket_participants p JOIN contacts c ON c.id = p.contact_id
  WHERE p.ticket_id = $1 AND p.contact_id IS DISTINCT FROM (SELECT t.requester_id FROM tickets t WHERE t.id = $1)
  ORDER BY c.name, c.id LIMIT ${MOST_SHOWN}`);
