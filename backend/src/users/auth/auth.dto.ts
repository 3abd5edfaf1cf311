import { PASSWORD_MAX, PASSWORD_MIN } from '@kontor/contracts/locales';
import { Email, Id, Secret } from '../../platform/http/fields.ts';

export class SignInDto {
  @Email()
  email: string;

  @Secret({ min: 1, max: PASSWORD_MAX })
  password: string;
}

/** The one body that names a tenant: it exists to choose one. */
export class SwitchDto {
  @Id({ description: 'A workspace that you are a member of.' })
  tenantId: string;
}

export class ChangePasswordDto {
  @Secret({ min: 1, max: PASSWORD_MAX })
  currentPassword: string;

  @Secret({ min: PASSWORD_MIN, max: PASSWORD_MAX })
  newPassword: string;
}
