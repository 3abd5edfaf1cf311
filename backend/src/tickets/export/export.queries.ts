import { sql, type Statement } from '../../platform/database/statement.ts';
import { where, type Condition } from '../../platform/http/keyset.ts';
import { visibleWhere, type Reader } from '../tickets.policy.ts';

/** Lines of an export between two positions, of the tickets that the reader sees now. */
export function linesOf(reader: Reader, operationId: string, after: number, until: number): { statement: Statement<{ line: string }>; values: unknown[] } {
  const part: Condition = { text: 'i.operation_id = ? AND i.position > ? AND i.position <= ?', values: [operationId, after, until] };
  const { text, values } = where([part, visibleWhere(reader)].filter((one) => one !== undefined));
  return {
    statement: sql(`SELECT i.data #>> '{}' AS line FROM operation_items i JOIN tickets t ON t.id = i.subject_id${text} ORDER BY i.position`),
    values: [...values],
  };
}
