import { sql } from '../platform/database/statement.ts';
import { keysetList, type Condition } from '../platform/http/keyset.ts';
import type { CannedAnswerBody } from './canned-answer.shape.ts';

const COLUMNS = `r.id, r.name, r.shortcut, r.body, r.owner_id IS NULL AS shared, r.version, r.created_at AS "createdAt", r.updated_at AS "updatedAt"`;

export const CANNED_ANSWERS = keysetList<CannedAnswerBody>({
  columns: COLUMNS,
  from: 'canned_answers r',
  id: 'r.id',
  sorts: { name: { column: 'r.name', type: 'text', value: (row) => row.name } },
});

/** Everybody's, and one's own. */
export function usableBy(userId: string): Condition {
  return { text: '(r.owner_id IS NULL OR r.owner_id = ?)', values: [userId] };
}

export const CANNED_ANSWER = sql<CannedAnswerBody>(`
  SELECT ${COLUMNS} FROM canned_answers r WHERE r.id = $1 AND (r.owner_id IS NULL OR r.owner_id = $2)`);

export const LOCK_CANNED_ANSWER = sql<CannedAnswerBody>(`${CANNED_ANSWER.text} FOR UPDATE`);

export const CREATE_CANNED_ANSWER = sql<CannedAnswerBody>(`
  INSERT INTO canned_answers AS r (owner_id, name, shortcut, body, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5) RETURNING ${COLUMNS}`);

export const UPDATE_CANNED_ANSWER = sql<CannedAnswerBody>(`
  UPDATE canned_answers AS r SET owner_id = $2, name = $3, shortcut = $4, body = $5, updated_at = $6, version = r.version + 1
  WHERE r.id = $1 RETURNING ${COLUMNS}`);

export const DELETE_CANNED_ANSWER = sql('DELETE FROM canned_answers WHERE id = $1');

/** Names of the member and the workspace of the request. */
export const NAMES = sql<{ agent: string; workspace: string }>(`
  SELECT u.name AS agent, t.name AS workspace FROM users u, tenants t WHERE u.id = $1 AND t.id = $2`);
