import { MEMBER_STATUSES, ROLES, VISIBILITIES, type MemberStatus, type Role, type Visibility } from '@kontor/contracts/permissions';
import { Id, OneOf } from '../../platform/http/fields.ts';
import { CountedPageQuery } from '../../platform/http/pagination.ts';

export const MEMBER_SORTS = ['joinedAt', '-joinedAt', 'name', '-name'] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];

export class MemberQuery extends CountedPageQuery {
  @OneOf(MEMBER_SORTS, { optional: true })
  sort: MemberSort = 'joinedAt';

  @OneOf(MEMBER_STATUSES, { optional: true })
  status?: MemberStatus;

  @OneOf(ROLES, { optional: true })
  role?: Role;

  @Id({ optional: true, description: 'A team.' })
  team?: string;
}

/** This route exists to set a role. */
export class UpdateMemberDto {
  @OneOf(ROLES, { optional: true })
  role?: Role;

  @OneOf(VISIBILITIES, { optional: true, description: 'Which tickets the member sees.' })
  ticketVisibility?: Visibility;
}
