import { LOCALES, type Locale } from '@kontor/contracts/locales';
import { OneOf, Text, TimeZone } from '../../platform/http/fields.ts';

export class UpdateWorkspaceDto {
  @Text({ max: 120, optional: true })
  name?: string;

  @TimeZone({ optional: true })
  timeZone?: string;

  @OneOf(LOCALES, { optional: true, description: 'What new people start with.' })
  locale?: Locale;
}
