import { AVAILABILITIES, MEMBER_KINDS, MEMBER_STATUSES, ROLES, VISIBILITIES, type Availability, type MemberKind, type MemberStatus, type Role, type Visibility } from '@kontor/contracts/permissions';
import { Id, InstantField, OneOf, Text } from '../../platform/http/fields.ts';
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

  @OneOf(MEMBER_KINDS, { optional: true })
  kind?: MemberKind;

  @Id({ optional: true, description: 'A team.' })
  team?: string;

  @Text({ max: 120, optional: true, description: 'Part of the name or the address.' })
  q?: string;
}

export class AvailabilityDto {
  @OneOf(AVAILABILITIES)
  availability: Availability;

  @InstantField({ optional: true, nullable: true, description: 'When the member is available again by itself; with busy and away.' })
  availableFrom?: string | null;
}

/** This route exists to set a role. */
export class UpdateMemberDto {
  @OneOf(ROLES, { optional: true })
  role?: Role;

  @OneOf(VISIBILITIES, { optional: true, description: 'Which tickets the member sees.' })
  ticketVisibility?: Visibility;
}
