import { sql } from '../../platform/database/statement.ts';
import { keysetList } from '../../platform/http/keyset.ts';
import type { MemberBody } from '../users.shapes.ts';

const COLUMNS = `u.id, u.name, u.kind, u.email, m.role, m.ticket_visibility AS "ticketVisibility", m.status,
  CASE WHEN m.available_from <= now() THEN 'available' ELSE m.availability END AS availability,
  CASE WHEN m.available_from > now() THEN m.available_from END AS "availableFrom",
  ARRAY(SELECT b.team_id FROM team_members b WHERE b.user_id = m.user_id ORDER BY b.team_id) AS "teamIds",
  m.joined_at AS "joinedAt", m.deactivated_at AS "deactivatedAt", m.version`;

export const MEMBER = sql<MemberBody>(`
  SELECT ${COLUMNS} FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.user_id = $1`);

/** The same, held as it is until the end of the transaction: whoever deactivates the member waits, or was waited for. */
export const HOLD_MEMBER = sql<MemberBody>(`
  SELECT ${COLUMNS} FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.user_id = $1 FOR KEY SHARE OF m`);

/** All members with their people, by joining or by name. */
export const MEMBERS = keysetList<MemberBody>({
  columns: COLUMNS,
  from: 'memberships m JOIN users u ON u.id = m.user_id',
  id: 'm.user_id',
  sorts: {
    joinedAt: { column: 'm.joined_at', type: 'timestamptz', value: (row) => row.joinedAt },
    name: { column: 'u.name', type: 'text', value: (row) => row.name },
  },
});

/** The members who hold a tenant, locked so that two owners cannot leave at once. */
export const LOCK_OWNERS = sql<{ user_id: string }>(`
  SELECT user_id FROM memberships WHERE role = 'owner' AND status = 'active' ORDER BY user_id FOR UPDATE`);

/** Makes every session of these members in this tenant prove its rights anew. */
export const RENEW_RIGHTS = sql(`
  UPDATE sessions SET auth_version = auth_version + 1 WHERE user_id = ANY($1::uuid[]) AND tenant_id = $2 AND revoked_at IS NULL`);

export const REVOKE_MEMBER_SESSIONS = sql(`
  UPDATE sessions SET revoked_at = now() WHERE user_id = $1 AND tenant_id = $2 AND revoked_at IS NULL`);
