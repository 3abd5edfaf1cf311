import type { ApiKeyState, ApiScope } from '@kontor/contracts/scopes';
import type { MemberKind } from '@kontor/contracts/permissions';
import { apiKeyPrefix } from '../../platform/access/api-keys.ts';
import { sql } from '../../platform/database/statement.ts';
import { keysetList } from '../../platform/http/keyset.ts';
import type { ApiKeyBody } from '../users.shapes.ts';

const COLUMNS = `k.id, k.name, k.scopes, k.user_id AS "ownerId", o.name AS "ownerName", o.kind AS "ownerKind",
  k.created_by AS "creatorId", c.name AS "creatorName", k.created_at AS "createdAt", nullif(s.expires_at, 'infinity') AS "expiresAt",
  k.last_used_at AS "lastUsedAt", s.revoked_at AS "revokedAt",
  CASE WHEN s.revoked_at IS NOT NULL THEN 'revoked' WHEN s.expires_at <= now() THEN 'expired' ELSE 'active' END AS state`;
const FROM = 'api_keys k JOIN sessions s ON s.id = k.id JOIN users o ON o.id = k.user_id JOIN users c ON c.id = k.created_by';

interface ApiKeyRow {
  id: string;
  name: string;
  scopes: ApiScope[];
  ownerId: string;
  ownerName: string;
  ownerKind: MemberKind;
  creatorId: string;
  creatorName: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
  state: ApiKeyState;
}

export const API_KEY = sql<ApiKeyRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE k.id = $1`);

export const API_KEYS = keysetList<ApiKeyRow>({
  columns: COLUMNS,
  from: FROM,
  id: 'k.id',
  sorts: { createdAt: { column: 'k.created_at', type: 'timestamptz', value: (row) => row.createdAt } },
});

/** As conditions on the session `s` of a key, one a state. */
export const STATES = {
  active: 's.revoked_at IS NULL AND s.expires_at > now()',
  expired: 's.revoked_at IS NULL AND s.expires_at <= now()',
  revoked: 's.revoked_at IS NOT NULL',
} as const;

/** How many keys of a member hold. The member stays locked to the end, so that no two requests count past each other. */
export const COUNT_ACTIVE = sql<{ active: number }>(`
  SELECT (SELECT count(*)::int FROM sessions s WHERE s.user_id = m.user_id AND s.tenant_id = m.tenant_id AND s.is_key AND ${STATES.active}) AS active
  FROM memberships m WHERE m.user_id = $1 FOR NO KEY UPDATE`);

/** What the key acts through; $4 null is no end. */
export const OPEN_KEY_SESSION = sql(`
  INSERT INTO sessions (id, token_hash, tenant_id, user_id, expires_at, is_key) VALUES ($1, $2, $3, $4, coalesce($5, 'infinity'::timestamptz), true)`);

export const CREATE_API_KEY = sql(`
  INSERT INTO api_keys (id, user_id, name, scopes, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6)`);

export const REVOKE_API_KEY = sql<{ id: string }>(`
  UPDATE sessions SET revoked_at = $2 WHERE id = $1 AND is_key AND revoked_at IS NULL RETURNING id`);

export function apiKeyBody({ ownerId, ownerName, ownerKind, creatorId, creatorName, ...row }: ApiKeyRow): ApiKeyBody {
  return {
    ...row,
    prefix: apiKeyPrefix(row.id),
    owner: { id: ownerId, name: ownerName, kind: ownerKind },
    createdBy: { id: creatorId, name: creatorName },
  };
}
