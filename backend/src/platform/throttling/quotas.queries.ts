import { sql } from '../database/statement.ts';

const MILLISECONDS = `interval '1 millisecond'`;

/** Takes a token of each bucket and answers when the fullest of what was taken is back. Some full buckets of visitors go along: they need no row. */
export const CHARGE = sql<{ fullAt: number }>(`
  WITH swept AS (
    DELETE FROM quotas WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM quotas WHERE tenant_id IS NULL AND full_at <= $3 AND subject <> ALL ($2)
      ORDER BY full_at LIMIT 20 FOR UPDATE SKIP LOCKED)))
  INSERT INTO quotas AS q (name, subject, full_at)
  SELECT $1, subject, $3::timestamptz + $4 * ${MILLISECONDS} FROM unnest($2::text[]) AS subject
  ON CONFLICT (tenant_id, name, subject) DO UPDATE SET full_at = greatest(q.full_at, excluded.full_at - $4 * ${MILLISECONDS}) + $4 * ${MILLISECONDS}
  RETURNING (extract(epoch FROM full_at) * 1000)::bigint AS "fullAt"`);

/** Quotas of the tenant that are not full at $1, the latest full first. */
export const IN_USE = sql<{ name: string; subject: string; fullAt: number }>(`
  SELECT name, subject, (extract(epoch FROM full_at) * 1000)::bigint AS "fullAt" FROM quotas
  WHERE tenant_id = (SELECT nullif(current_setting('kontor.tenant', true), '')::uuid) AND full_at > $1
  ORDER BY full_at DESC, name, subject LIMIT 100`);
