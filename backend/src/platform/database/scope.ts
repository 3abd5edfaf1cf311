import type { PoolClient, QueryConfig, QueryResult } from 'pg';
import { sql } from './statement.ts';

/** Whose rows a transaction may touch: those of a proven session, or of a tenant and person that the platform vouches for. */
export type Scope =
  | { sessionId: string; authVersion: number }
  | { tenantId: string | null; userId: string | null };

const ENTER = sql('SELECT gate.enter($1, $2)');
const VOUCH = sql(`SELECT set_config('kontor.tenant', $1, true), set_config('kontor.user', $2, true)`);

/** What sets the scope, and with a session proves in the same statement that it still stands (SQLSTATE KS001 when it does not). */
export function entering(scope: Scope): QueryConfig {
  if ('sessionId' in scope) return { name: ENTER.name, text: ENTER.text, values: [scope.sessionId, scope.authVersion] };
  return { name: VOUCH.name, text: VOUCH.text, values: [scope.tenantId ?? '', scope.userId ?? ''] };
}

export function enterScope(client: PoolClient, scope: Scope): Promise<QueryResult> {
  return client.query(entering(scope));
}

/** SQLSTATE of a session that was revoked, has expired or has got other rights. */
export const SESSION_DOES_NOT_HOLD = 'KS001';
