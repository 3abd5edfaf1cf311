import type { PoolClient, QueryConfig, QueryResult } from 'pg';
import { sql } from './statement.ts';

/**
 * Whose rows a transaction may touch: those of a proven session, of the member who started an operation that is leased to
 * this process, or of a tenant and person that the platform vouches for.
 */
export type Scope =
  | { sessionId: string; authVersion: number }
  | { tenantId: string; operationId: string; lease: Buffer }
  | { tenantId: string | null; userId: string | null };

export function tenantOf(scope: Scope): string | null {
  return 'tenantId' in scope ? scope.tenantId : null;
}

const ENTER = sql('SELECT gate.enter($1, $2)');
const ENTER_OPERATION = sql('SELECT gate.enter_operation($1, $2, $3)');
const VOUCH = sql(`SELECT set_config('kontor.tenant', $1, true), set_config('kontor.user', $2, true)`);

/** What sets the scope, and proves in the same statement that session or lease still stand (the SQLSTATEs below when they do not). */
export function entering(scope: Scope): QueryConfig {
  if ('sessionId' in scope) return { name: ENTER.name, text: ENTER.text, values: [scope.sessionId, scope.authVersion] };
  if ('operationId' in scope) return { name: ENTER_OPERATION.name, text: ENTER_OPERATION.text, values: [scope.tenantId, scope.operationId, scope.lease] };
  return { name: VOUCH.name, text: VOUCH.text, values: [scope.tenantId ?? '', scope.userId ?? ''] };
}

export function enterScope(client: PoolClient, scope: Scope): Promise<QueryResult> {
  return client.query(entering(scope));
}

/** SQLSTATE of a session that was revoked, has expired or has got other rights. */
export const SESSION_DOES_NOT_HOLD = 'KS001';
/** SQLSTATE of an operation that was cancelled or is leased to another process by now. */
export const LEASE_DOES_NOT_HOLD = 'KS002';
/** SQLSTATE of an operation whose member is no longer active. */
export const MEMBER_NOT_ACTIVE = 'KS003';
