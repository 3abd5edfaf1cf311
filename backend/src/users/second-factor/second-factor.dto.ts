import { PASSWORD_MAX } from '@kontor/contracts/locales';
import { Secret } from '../../platform/http/fields.ts';

export class SecondFactorDto {
  @Secret({ min: 1, max: 100, description: 'As the sign-in gave it.' })
  challenge: string;

  @Secret({ min: 1, max: 40, description: 'A one-time password, or a recovery code.' })
  code: string;
}

export class EnrolDto {
  @Secret({ min: 1, max: PASSWORD_MAX, description: 'The present password.' })
  password: string;
}

export class ConfirmDto {
  @Secret({ min: 1, max: 40, description: 'A one-time password.' })
  code: string;
}

export class ProveDto extends EnrolDto {
  @Secret({ min: 1, max: 40, description: 'A one-time password, or a recovery code.' })
  code: string;
}
