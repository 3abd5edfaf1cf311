import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { SESSION } from './statements.ts';

export interface Session {
  tenantId: string;
  userId: string;
}

const CACHE_MS = 10_000;
const cache = new Map<string, { session: Session; until: number }>();

/** Whose bearer token this is, looked up by its SHA-256 and kept 10 s; undefined where nobody's. */
export async function sessionOf(pool: Pool, authorization: string | undefined): Promise<Session | undefined> {
  if (!authorization?.startsWith('Bearer ')) return undefined;
  const token = authorization.slice(7);
  const known = cache.get(token);
  if (known && known.until > Date.now()) return known.session;
  const { rows } = await pool.query<{ tenant_id: string; user_id: string }>({
    ...SESSION,
    values: [createHash('sha256').update(token).digest()],
  });
  if (!rows[0]) return undefined;
  const session = { tenantId: rows[0].tenant_id, userId: rows[0].user_id };
  cache.set(token, { session, until: Date.now() + CACHE_MS });
  return session;
}
