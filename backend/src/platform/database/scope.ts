import type { PoolClient, QueryResult } from 'pg';
import { sql } from './statement.ts';

/** Whose rows a transaction may touch: those of a proven session, or of a tenant and person that the platform vouches for. */
export type Scope =
  | { sessionId: string; authVersion: number }
  | { tenantId: string | null; userId: string | null };

const ENTER = sql('SELECT gate.enter($1, $2)');
const VOUCH = sql(`SELECT set_config('kontor.tenant', $1, true), set_config('kontor.user', $2, true)`);

/** Sets the scope, and with a session proves in the same statement that it still stands (SQLSTATE KS001 when it does not). */
export function enterScope(client: PoolClient, scope: Scope): Promise<QueryResult> {
  if ('sessionId' in scope) return client.query({ ...ENTER, values: [scope.sessionId, scope.authVersion] });
  return client.query({ ...VOUCH, values: [scope.tenantId ?? '', scope.userId ?? ''] });
}

/** SQLSTATE of a session that was revoked, has expired or has got other rights. */
export const SESSION_DOES_NOT_HOLD = 'KS001';
