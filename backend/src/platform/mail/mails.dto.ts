import { MAIL_KINDS, MAIL_STATES, type MailKind, type MailState } from '@kontor/contracts/mail';
import { OneOf } from '../http/fields.ts';
import { CountedPageQuery } from '../http/pagination.ts';

const SORTS = ['-createdAt', 'createdAt'] as const;

export class MailQuery extends CountedPageQuery {
  @OneOf(SORTS, { optional: true })
  sort: (typeof SORTS)[number] = '-createdAt';

  @OneOf(MAIL_STATES, { optional: true })
  state?: MailState;

  @OneOf(MAIL_KINDS, { optional: true })
  kind?: MailKind;
}
