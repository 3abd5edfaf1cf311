import type { Role, Visibility } from '@kontor/contracts/permissions';
import { sql } from '../database/statement.ts';
import { Actor } from './actor.ts';

interface MemberRights {
  role: Role;
  visibility: Visibility;
  teamIds: string[];
  mustEnrol: boolean;
}

/** What an active member may do at this moment, inside the member's tenant and as that member: nobody else reads a second factor. */
export const MEMBER_RIGHTS = sql<MemberRights>(`
  SELECT m.role, m.ticket_visibility AS visibility,
    ARRAY(SELECT b.team_id FROM team_members b WHERE b.user_id = m.user_id ORDER BY b.team_id) AS "teamIds",
    u.kind = 'person' AND w.requires_second_factor AND NOT EXISTS (SELECT 1 FROM second_factors f WHERE f.user_id = m.user_id AND f.confirmed_at IS NOT NULL) AS "mustEnrol"
  FROM memberships m JOIN users u ON u.id = m.user_id JOIN tenants w ON w.id = m.tenant_id WHERE m.user_id = $1 AND m.status = 'active'`);

/** A member for whom the platform works without a session of theirs. */
export function memberActor({ role, visibility, teamIds, mustEnrol }: MemberRights, { userId, tenantId }: { userId: string; tenantId: string }): Actor {
  return new Actor(NO_SESSION, userId, tenantId, role, visibility, teamIds, 0, '', mustEnrol);
}

const NO_SESSION = '00000000-0000-0000-0000-000000000000';
