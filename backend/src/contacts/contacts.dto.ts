import { Email, OneOf, Text } from '../platform/http/fields.ts';
import { CountedPageQuery } from '../platform/http/pagination.ts';

export const CONTACT_SORTS = ['name', '-name', 'createdAt', '-createdAt'] as const;
export type ContactSort = (typeof CONTACT_SORTS)[number];

export class ContactQuery extends CountedPageQuery {
  @OneOf(CONTACT_SORTS, { optional: true })
  sort: ContactSort = 'name';

  @Email({ optional: true })
  email?: string;
}

export class CreateContactDto {
  @Text({ max: 120 })
  name: string;

  @Email({ optional: true, nullable: true })
  email?: string | null;

  @Text({ max: 40, optional: true, nullable: true })
  phone?: string | null;
}
