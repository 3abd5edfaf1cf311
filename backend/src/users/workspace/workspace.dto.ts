import { LOCALES, type Locale } from '@kontor/contracts/locales';
import { Flag, OneOf, Text, TimeZone, Whole } from '../../platform/http/fields.ts';

export class UpdateWorkspaceDto {
  @Text({ max: 120, optional: true })
  name?: string;

  @TimeZone({ optional: true })
  timeZone?: string;

  @OneOf(LOCALES, { optional: true, description: 'What new people start with.' })
  locale?: Locale;

  @Flag({ optional: true, description: 'Members without a second factor may do nothing but set one up.' })
  requiresSecondFactor?: boolean;

  @Flag({ optional: true, description: 'Replies are mailed to the requester of their ticket.' })
  mailsReplies?: boolean;

  @Whole({ min: 1, max: 365, optional: true, nullable: true, description: 'Days after which solved tickets are closed; null for never.' })
  autoCloseDays?: number | null;
}
