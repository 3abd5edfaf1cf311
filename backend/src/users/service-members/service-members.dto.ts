import { ROLES, VISIBILITIES, type Role, type Visibility } from '@kontor/contracts/permissions';
import { OneOf, Text } from '../../platform/http/fields.ts';

const SERVICE_ROLES = ROLES.filter((role) => role !== 'owner');

/** This route exists to give a role. */
export class CreateServiceMemberDto {
  @Text({ max: 120, description: 'What the program is called.' })
  name: string;

  @OneOf(SERVICE_ROLES)
  role: Role;

  @OneOf(VISIBILITIES, { optional: true, description: 'Which tickets it sees; all where it is left out.' })
  ticketVisibility?: Visibility;
}
