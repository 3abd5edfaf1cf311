import { BULK_LIMITS } from '@kontor/contracts/operations';
import { sql, type Statement } from '../../platform/database/statement.ts';
import { where, type Condition } from '../../platform/http/keyset.ts';
import { visibleWhere, type Reader } from '../tickets.policy.ts';

/** Makes items of the tickets that meet the conditions, in the order of their ids as in every bulk; one more than may be. */
export function selectTickets(conditions: readonly Condition[]): { statement: Statement<{ count: number }>; values: (id: string) => unknown[] } {
  const { text, values } = where(conditions, 1);
  return {
    statement: sql<{ count: number }>(`
      WITH added AS (
        INSERT INTO operation_items (operation_id, position, subject_id)
        SELECT $1, row_number() OVER (ORDER BY found.id), found.id
        FROM (SELECT t.id FROM tickets t${text} ORDER BY t.id LIMIT ${BULK_LIMITS.matching + 1}) found RETURNING 1)
      SELECT count(*) AS count FROM added`),
    values: (id) => [id, ...values],
  };
}

/** What tickets are called, of those that the reader sees. */
export function labelsOf(reader: Reader, ids: readonly string[]): { statement: Statement<{ id: string; label: string }>; values: unknown[] } {
  const { text, values } = where([{ text: 't.id = ANY(?::uuid[])', values: [ids] }, visibleWhere(reader)].filter((one) => one !== undefined));
  return { statement: sql(`SELECT t.id, t.number || ' · ' || t.subject AS label FROM tickets t${text}`), values: [...values] };
}
