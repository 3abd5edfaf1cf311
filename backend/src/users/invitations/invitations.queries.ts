import type { Locale } from '@kontor/contracts/locales';
import type { Role } from '@kontor/contracts/permissions';
import { sql } from '../../platform/database/statement.ts';
import { keysetList } from '../../platform/http/keyset.ts';
import type { SentInvitationBody } from '../users.shapes.ts';

/** What the holder of a link may know. */
export interface InvitationRow {
  tenant_id: string;
  tenant_name: string;
  email: string;
  role: Role;
  expires_at: string;
  has_account: boolean;
  state: 'open' | 'used' | 'revoked' | 'expired';
}

export const INVITATION = sql<InvitationRow>('SELECT * FROM gate.invitation($1)');
export const ACCEPT = sql<{ user_id: string | null }>('SELECT gate.accept_invitation($1, $2, $3) AS user_id');

const COLUMNS = `i.id, i.email, i.role, i.ticket_visibility AS "ticketVisibility", i.team_ids AS "teamIds",
  CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted' WHEN i.revoked_at IS NOT NULL THEN 'revoked'
    WHEN i.expires_at <= now() THEN 'expired' ELSE 'open' END AS state,
  i.invited_by AS "invitedById", (SELECT u.name FROM users u WHERE u.id = i.invited_by) AS "invitedByName",
  i.created_at AS "createdAt", i.expires_at AS "expiresAt"`;

export interface SentRow extends Omit<SentInvitationBody, 'invitedBy'> {
  invitedById: string | null;
  invitedByName: string | null;
}

export const SENT = sql<SentRow>(`SELECT ${COLUMNS} FROM invitations i WHERE i.id = $1`);

export const SENT_LIST = keysetList<SentRow>({
  columns: COLUMNS,
  from: 'invitations i',
  id: 'i.id',
  sorts: { createdAt: { column: 'i.created_at', type: 'timestamptz', value: (row) => row.createdAt } },
});

/** As conditions on `i`, one a state. */
export const STATES = {
  open: 'i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()',
  expired: 'i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at <= now()',
  accepted: 'i.accepted_at IS NOT NULL',
  revoked: 'i.revoked_at IS NOT NULL',
} as const;

export const LOCK_SENT = sql<{ role: Role; accepted: boolean; revoked: boolean }>(`
  SELECT role, accepted_at IS NOT NULL AS accepted, revoked_at IS NOT NULL AS revoked FROM invitations WHERE id = $1 FOR UPDATE`);

/** The role that is on offer to an address, and that of a member who has it. */
export const OFFERED = sql<{ role: Role }>(`
  SELECT role FROM invitations WHERE email = $1 AND accepted_at IS NULL AND revoked_at IS NULL FOR UPDATE`);
export const MEMBER_BY_EMAIL = sql<{ role: Role; status: 'active' | 'deactivated' }>(`
  SELECT m.role, m.status FROM users u JOIN memberships m ON m.user_id = u.id WHERE u.email = $1`);

/** Invites, or puts a new invitation in the place of the one that is open. */
export const INVITE = sql<{ id: string }>(`
  INSERT INTO invitations (email, role, ticket_visibility, team_ids, invited_by, token_hash, expires_at, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (tenant_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL DO UPDATE
    SET role = excluded.role, ticket_visibility = excluded.ticket_visibility, team_ids = excluded.team_ids,
      invited_by = excluded.invited_by, token_hash = excluded.token_hash, expires_at = excluded.expires_at, created_at = excluded.created_at
  RETURNING id`);

export const RENEW = sql(`UPDATE invitations SET token_hash = $2, expires_at = $3 WHERE id = $1`);
export const REVOKE = sql(`UPDATE invitations SET revoked_at = $2 WHERE id = $1`);

/** In which language an address is written to: a colleague's own, else the workspace's. */
export const ADDRESSED = sql<{ locale: Locale; workspace: string }>(`
  SELECT coalesce((SELECT u.locale FROM users u WHERE u.email = $1), w.locale) AS locale, w.name AS workspace FROM tenants w`);

export const INVITATION_ID = sql<{ id: string }>('SELECT i.id FROM invitations i WHERE i.token_hash = $1');

/** Teams among these that are not closed, and stay so until the end of the transaction. */
export const HOLD_TEAMS = sql(`SELECT 1 FROM teams WHERE id = ANY($1::uuid[]) AND closed_at IS NULL ORDER BY id FOR KEY SHARE`);

export function sentInvitation({ invitedById, invitedByName, ...row }: SentRow): SentInvitationBody {
  return { ...row, invitedBy: invitedById === null ? null : { id: invitedById, name: invitedByName ?? '' } };
}
