import type { Role, Visibility } from '@kontor/contracts/permissions';
import { sql } from '../database/statement.ts';
import { Actor } from './actor.ts';

interface MemberRights {
  role: Role;
  visibility: Visibility;
  teamIds: string[];
}

/** What a member may do at this moment, inside the member's tenant. */
export const MEMBER_RIGHTS = sql<MemberRights>(`
  SELECT m.role, m.ticket_visibility AS visibility,
    ARRAY(SELECT b.team_id FROM team_members b WHERE b.user_id = m.user_id ORDER BY b.team_id) AS "teamIds"
  FROM memberships m WHERE m.user_id = $1`);

/** A member for whom the platform works without a session of theirs. */
export function memberActor({ role, visibility, teamIds }: MemberRights, { userId, tenantId }: { userId: string; tenantId: string }): Actor {
  return new Actor(NO_SESSION, userId, tenantId, role, visibility, teamIds, 0, '', false);
}

const NO_SESSION = '00000000-0000-0000-0000-000000000000';
