import { FILE_HOURS, RESULT_DAYS, type OperationKind, type Outcome } from '@kontor/contracts/operations';
import { sql } from '../database/statement.ts';
import { keysetList } from '../http/keyset.ts';
import type { Item, Operation } from './operation-kinds.ts';
import type { OperationBody } from './operation.shape.ts';

/** Flat, as the database answers it; `operationBody` gives it its shape. */
export interface OperationRow extends Operation {
  problemCode: string | null;
  problemDetail: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  expiresAt: string | null;
}

export interface ItemRow extends Item {
  outcome: Outcome | null;
  code: string | null;
  detail: string | null;
}

const COLUMNS = `o.id, o.kind, o.state, o.parameters, o.total, o.position, o.cursor, o.counts, o.problem_code AS "problemCode",
  o.problem_detail AS "problemDetail", o.created_at AS "createdAt", o.started_at AS "startedAt", o.finished_at AS "finishedAt",
  o.expires_at AS "expiresAt"`;

export const OWN_OPERATION = sql<OperationRow>(`SELECT ${COLUMNS} FROM operations o WHERE o.id = $1 AND o.user_id = $2`);

export const OPERATIONS = keysetList<OperationRow>({
  columns: COLUMNS,
  from: 'operations o',
  id: 'o.id',
  sorts: { createdAt: { column: 'o.created_at', type: 'timestamptz', value: (row) => row.createdAt } },
});

export const CREATE_OPERATION = sql('INSERT INTO operations (id, user_id, kind, parameters) VALUES ($1, $2, $3, $4)');
export const SET_TOTAL = sql('UPDATE operations SET total = $2 WHERE id = $1');
export const BEGIN_AT_ONCE = sql(`UPDATE operations SET state = 'running' WHERE id = $1`);

/** Notes how far a step has come and gives the lease back. */
export const ADVANCE = sql(`
  UPDATE operations SET position = $2, cursor = $3, counts = $4, total = $8, attempts = 0, lease_until = NULL,
    state = CASE WHEN $5 THEN 'done' ELSE state END, finished_at = CASE WHEN $5 THEN $6::timestamptz END,
    expires_at = CASE WHEN $5 THEN $7::timestamptz END
  WHERE id = $1`);

/** Waits for the step that is under way. */
export const CANCEL = sql(`
  UPDATE operations SET state = 'cancelled', finished_at = $3::timestamptz, expires_at = $4::timestamptz
  WHERE id = $1 AND user_id = $2 AND state IN ('queued', 'running')`);

const ITEM_COLUMNS = 'i.position, i.subject_id AS "subjectId", i.data, i.outcome, i.code, i.detail';

export const NEXT_ITEMS = sql<ItemRow>(`
  SELECT ${ITEM_COLUMNS} FROM operation_items i WHERE i.operation_id = $1 AND i.position > $2 ORDER BY i.position LIMIT $3`);
export const NEXT_ITEMS_OF = sql<ItemRow>(`
  SELECT ${ITEM_COLUMNS} FROM operation_items i WHERE i.operation_id = $1 AND i.outcome = $4 AND i.position > $2
  ORDER BY i.position LIMIT $3`);

export const ADD_ITEMS = sql(`
  INSERT INTO operation_items (operation_id, position, subject_id, data, outcome, code, detail)
  SELECT $1, $2::integer + i.place, i.subject_id, i.data, i.outcome, i.code, i.detail
  FROM unnest($3::uuid[], $4::jsonb[], $5::text[], $6::text[], $7::text[]) WITH ORDINALITY AS i (subject_id, data, outcome, code, detail, place)`);

export const NOTE_ITEMS = sql(`
  UPDATE operation_items i SET outcome = noted.outcome, code = noted.code, detail = noted.detail
  FROM unnest($2::integer[], $3::text[], $4::text[], $5::text[]) AS noted (position, outcome, code, detail)
  WHERE i.operation_id = $1 AND i.position = noted.position`);

/** When what an operation that ends `at` holds is no longer needed: lists of people do not lie about. */
export function expiryOf(kind: OperationKind, at: Date): Date {
  const hours = kind.endsWith('_export') ? FILE_HOURS : RESULT_DAYS * 24;
  return new Date(at.getTime() + hours * 3_600_000);
}

export function operationBody(row: OperationRow, hasFile: boolean): OperationBody {
  const { fileName, ignoredColumns, isDryRun } = row.parameters as { fileName?: string; ignoredColumns?: string[]; isDryRun?: boolean };
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    total: row.total,
    position: row.position,
    counts: { changed: 0, created: 0, updated: 0, skipped: 0, refused: 0, ...row.counts },
    problem: row.problemCode === null ? null : { code: row.problemCode, detail: row.problemDetail ?? '' },
    isDryRun: isDryRun === true,
    fileName: fileName ?? null,
    ignoredColumns: ignoredColumns ?? [],
    hasFile,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    expiresAt: row.expiresAt,
  };
}
