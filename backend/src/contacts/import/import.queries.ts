import { sql } from '../../platform/database/statement.ts';

/** Which of these addresses and external ids a contact has already. */
export const KNOWN = sql<{ kind: 'email' | 'externalId'; key: string }>(`
  SELECT 'email' AS kind, a.value AS key FROM contact_addresses a WHERE a.kind = 'email' AND a.value = ANY($1::text[]) AND a.is_live
  UNION ALL SELECT 'externalId', c.external_id FROM contacts c WHERE c.external_id = ANY($2::text[])`);

/** The rows of a checked file that were not refused, as items of another operation. */
export const COPY_ROWS = sql<{ count: number }>(`
  WITH copied AS (
    INSERT INTO operation_items (operation_id, position, data)
    SELECT $1, row_number() OVER (ORDER BY i.position), i.data FROM operation_items i
    WHERE i.operation_id = $2 AND i.outcome <> 'refused' RETURNING 1)
  SELECT count(*) AS count FROM copied`);
