import { sql } from '../platform/database/statement.ts';
import type { Reader } from './tickets.policy.ts';

/** A member with what the row rules ask of a reader. */
export interface AudienceRow extends Reader {
  name: string;
}

const ACTIVE = `SELECT m.user_id AS "userId", u.name, m.ticket_visibility AS visibility,
    ARRAY(SELECT b.team_id FROM team_members b WHERE b.user_id = m.user_id) AS "teamIds"
  FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.status = 'active'`;

export const MEMBERS_BY_ID = sql<AudienceRow>(`${ACTIVE} AND m.user_id = ANY($1::uuid[]) ORDER BY m.user_id`);

/** Who follows a ticket, in the order in which they began. */
export const FOLLOWERS = sql<AudienceRow>(`${ACTIVE}
  AND m.user_id IN (SELECT f.user_id FROM ticket_followers f WHERE f.ticket_id = $1)
  ORDER BY (SELECT f.created_at FROM ticket_followers f WHERE f.ticket_id = $1 AND f.user_id = m.user_id), m.user_id`);

export const MEMBERS_NAMED_IN = sql<AudienceRow>(`${ACTIVE} AND position('@' || lower(u.name) IN lower($1)) > 0 ORDER BY m.user_id`);
