import type { Locale, Theme } from '@kontor/contracts/locales';
import type { Availability, Role } from '@kontor/contracts/permissions';
import { sql } from '../../platform/database/statement.ts';
import type { OwnSessionBody, UserBody } from '../users.shapes.ts';

export interface WorkspaceRow {
  tenant_id: string;
  name: string;
  slug: string;
  time_zone: string;
  locale: Locale;
  role: Role;
}

export const WORKSPACES = sql<WorkspaceRow>('SELECT * FROM gate.workspaces($1)');

export const USER = sql<UserBody & { theme: Theme }>(`
  SELECT id, email, name, locale, time_zone AS "timeZone", theme, version FROM users WHERE id = $1`);

/** Whether the member takes work just now. */
export const AVAILABILITY = sql<{ availability: Availability; availableFrom: string | null }>(`
  SELECT CASE WHEN available_from <= now() THEN 'available' ELSE availability END AS availability,
    CASE WHEN available_from > now() THEN available_from END AS "availableFrom"
  FROM memberships WHERE user_id = $1`);

/** The tenant that the person worked in last. */
export const LAST_TENANT = sql<{ tenant_id: string }>(`
  SELECT tenant_id FROM sessions WHERE user_id = $1 AND NOT is_key ORDER BY last_seen_at DESC LIMIT 1`);

export const OPEN_SESSION = sql<{ id: string; expiresAt: string }>(`
  INSERT INTO sessions (token_hash, tenant_id, user_id, address, user_agent, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6) RETURNING id, expires_at AS "expiresAt"`);

export const OWN_SESSIONS = sql<Omit<OwnSessionBody, 'tenant' | 'current'> & { tenantId: string }>(`
  SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt",
    user_agent AS "userAgent", address, tenant_id AS "tenantId"
  FROM sessions
  WHERE user_id = $1 AND NOT is_key AND revoked_at IS NULL AND expires_at > now() AND last_seen_at > now() - interval '7 days'
  ORDER BY last_seen_at DESC, id DESC LIMIT 100`);

export const REVOKE_SESSION = sql<{ id: string }>(`
  UPDATE sessions SET revoked_at = now() WHERE id = $1 AND user_id = $2 AND NOT is_key AND revoked_at IS NULL RETURNING id`);

/** All but what programs hold: an API key is no copy of the password. */
export const REVOKE_ALL_SESSIONS = sql(`
  UPDATE sessions SET revoked_at = now() WHERE user_id = $1 AND NOT is_key AND revoked_at IS NULL`);

/** Holds a proven password until the session is there: a change waits, and then ends that session, too. */
export const HOLD_PASSWORD = sql(`
  SELECT 1 FROM credentials WHERE user_id = $1 AND password_hash = $2 FOR SHARE`);

export const SET_PASSWORD = sql(`
  UPDATE credentials SET password_hash = $2, updated_at = now() WHERE user_id = $1`);
