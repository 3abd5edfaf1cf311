import { sql } from '../database/statement.ts';
import { keysetList, type Condition } from '../http/keyset.ts';
import type { AuditFileQuery } from './audit.dto.ts';
import { LINKED_COLUMNS } from './audit-rows.ts';
import type { AuditEntryBody } from './audit.shape.ts';
import type { LinkedRecord } from './chain.ts';

export const ENTRIES = keysetList<AuditEntryBody>({
  columns: `e.id, e.at, e.action, e.details, e.count, e.address, e.user_agent AS "userAgent", e.trace_id AS "traceId", e.position, encode(e.hash, 'hex') AS hash,
    json_build_object('type', e.actor_type, 'id', e.actor_id, 'name', a.name) AS actor,
    json_build_object('type', e.subject_type, 'id', e.subject_id,
      'name', coalesce(s.name, e.details->>'name', e.details->>'label', e.details->>'email', e.details->>'account')) AS subject`,
  from: `audit_entries e LEFT JOIN users a ON a.id = e.actor_id
    LEFT JOIN users s ON e.subject_type = 'member' AND s.id = e.subject_id`,
  id: 'e.id',
  sorts: { at: { column: 'e.at', type: 'timestamptz', value: (row) => row.at } },
});

/** Part of the chain behind a place. */
export const CHAIN = sql<LinkedRecord>(`
  SELECT ${LINKED_COLUMNS} FROM audit_entries e WHERE e.position > $1 ORDER BY e.position LIMIT $2`);

export function conditionsOf({ actor, action, subject, from, to }: AuditFileQuery): Condition[] {
  const conditions: Condition[] = [];
  if (actor) conditions.push({ text: 'e.actor_id = ?', values: [actor] });
  if (subject) conditions.push({ text: 'e.subject_id = ?', values: [subject] });
  if (action?.length === 1) conditions.push({ text: 'e.action = ?', values: action });
  else if (action) conditions.push({ text: 'e.action = ANY(?::text[])', values: [action] });
  if (from) conditions.push({ text: 'e.at >= ?', values: [from] });
  if (to) conditions.push({ text: 'e.at < ?', values: [to] });
  return conditions;
}
