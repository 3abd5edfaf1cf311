import { CONTACT_LIMITS } from '@kontor/contracts/contacts';
import { Email, Emails, FlagQuery, Id, OneOf, Text, Texts } from '../platform/http/fields.ts';
import { CountedPageQuery } from '../platform/http/pagination.ts';

export const CONTACT_SORTS = ['name', '-name', 'createdAt', '-createdAt', 'updatedAt', '-updatedAt'] as const;
export type ContactSort = (typeof CONTACT_SORTS)[number];

export class ContactQuery extends CountedPageQuery {
  @OneOf(CONTACT_SORTS, { optional: true })
  sort: ContactSort = 'name';

  @Text({ max: 200, optional: true, description: 'Beginnings of words of name, company and addresses, or digits of a number.' })
  q?: string;

  @Email({ optional: true })
  email?: string;

  @Text({ max: CONTACT_LIMITS.externalId, optional: true })
  externalId?: string;

  @Id({ optional: true, description: 'A company.' })
  company?: string;

  @FlagQuery({ description: 'Those that are archived instead of those that are not.' })
  archived?: boolean;

  @Id({ optional: true, description: 'Those that have become part of this contact.' })
  mergedInto?: string;
}

export class CreateContactDto {
  @Text({ max: CONTACT_LIMITS.name })
  name: string;

  @Email({ optional: true, nullable: true, description: 'Short for `emails` with one.' })
  email?: string | null;

  @Text({ max: CONTACT_LIMITS.phone, optional: true, nullable: true, description: 'Short for `phones` with one.' })
  phone?: string | null;

  @Emails({ max: CONTACT_LIMITS.addresses, optional: true, description: 'The primary one first.' })
  emails?: string[];

  @Texts({ max: CONTACT_LIMITS.addresses, length: CONTACT_LIMITS.phone, optional: true, description: 'The primary one first.' })
  phones?: string[];

  @Id({ optional: true, nullable: true })
  companyId?: string | null;

  @Text({ max: CONTACT_LIMITS.externalId, optional: true, nullable: true, description: 'By which another system knows the contact.' })
  externalId?: string | null;
}

/** All of a contact but its external id, which stands in the path: what is left out is emptied. */
export class PutContactDto {
  @Text({ max: CONTACT_LIMITS.name })
  name: string;

  @Emails({ max: CONTACT_LIMITS.addresses, optional: true, description: 'The primary one first.' })
  emails?: string[];

  @Texts({ max: CONTACT_LIMITS.addresses, length: CONTACT_LIMITS.phone, optional: true, description: 'The primary one first.' })
  phones?: string[];

  @Id({ optional: true, nullable: true })
  companyId?: string | null;
}

export class UpdateContactDto {
  @Text({ max: CONTACT_LIMITS.name, optional: true })
  name?: string;

  @Emails({ max: CONTACT_LIMITS.addresses, optional: true, description: 'All of them, the primary one first.' })
  emails?: string[];

  @Texts({ max: CONTACT_LIMITS.addresses, length: CONTACT_LIMITS.phone, optional: true, description: 'All of them, the primary one first.' })
  phones?: string[];

  @Id({ optional: true, nullable: true })
  companyId?: string | null;

  @Text({ max: CONTACT_LIMITS.externalId, optional: true, nullable: true })
  externalId?: string | null;
}
