import { PASSWORD_MAX, PASSWORD_MIN } from '@kontor/contracts/locales';
import { Secret, Text } from '../../platform/http/fields.ts';

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
