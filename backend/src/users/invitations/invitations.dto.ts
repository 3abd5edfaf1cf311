import { PASSWORD_MAX, PASSWORD_MIN } from '@kontor/contracts/locales';
import { INVITATION_STATES, ROLES, VISIBILITIES, type InvitationState, type Role, type Visibility } from '@kontor/contracts/permissions';
import { Email, Ids, OneOf, Secret, Text } from '../../platform/http/fields.ts';
import { CountedPageQuery } from '../../platform/http/pagination.ts';

const INVITATION_SORTS = ['-createdAt', 'createdAt'] as const;

export class InvitationQuery extends CountedPageQuery {
  @OneOf(INVITATION_SORTS, { optional: true })
  sort: (typeof INVITATION_SORTS)[number] = '-createdAt';

  @OneOf(INVITATION_STATES, { optional: true })
  state?: InvitationState;
}

/** This route exists to set a role. */
export class InviteDto {
  @Email()
  email: string;

  @OneOf(ROLES, { description: 'At most one’s own.' })
  role: Role;

  @OneOf(VISIBILITIES, { optional: true, description: 'Which tickets the member will see; all by default.' })
  ticketVisibility?: Visibility;

  @Ids({ max: 50, optional: true, description: 'Teams that the member will be in.' })
  teamIds?: string[];
}

export class InspectInvitationDto {
  @Secret({ min: 1, max: 100 })
  token: string;
}

export class AcceptInvitationDto extends InspectInvitationDto {
  @Text({ max: 120, optional: true, description: 'Required where the address has no account yet.' })
  name?: string;

  @Secret({ min: 1, max: PASSWORD_MAX, description: `Of at least ${PASSWORD_MIN} characters; of an existing account, its present one.` })
  password: string;
}
