import { LOCALES, THEMES, type Locale, type Theme } from '@kontor/contracts/locales';
import { OneOf, Text, TimeZone } from '../../platform/http/fields.ts';

export class UpdateProfileDto {
  @Text({ max: 120, optional: true })
  name?: string;

  @OneOf(LOCALES, { optional: true })
  locale?: Locale;

  @TimeZone({ optional: true })
  timeZone?: string;

  @OneOf(THEMES, { optional: true })
  theme?: Theme;
}
