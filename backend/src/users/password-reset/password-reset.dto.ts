import { PASSWORD_MAX, PASSWORD_MIN } from '@kontor/contracts/locales';
import { Email, Secret } from '../../platform/http/fields.ts';

export class ForgotPasswordDto {
  @Email()
  email: string;
}

export class InspectResetDto {
  @Secret({ min: 1, max: 100 })
  token: string;
}

export class ResetPasswordDto extends InspectResetDto {
  @Secret({ min: PASSWORD_MIN, max: PASSWORD_MAX })
  password: string;
}
