import { CONTACT_LIMITS, COMPANY_LIMITS } from '@kontor/contracts/contacts';
import { Email, Id, OneOf, Text } from '../../platform/http/fields.ts';

export class ImportQuery {
  @Text({ max: 200, optional: true, description: 'The file’s name, to know it again.' })
  name?: string;
}

export const EXISTING = ['update', 'skip'] as const;

export class RunImportDto {
  @Id({ description: 'The operation that has checked the file.' })
  checkId: string;

  @OneOf(EXISTING, { optional: true, description: 'What to do with contacts that are there already: `update` by default, which adds and never empties.' })
  existing: (typeof EXISTING)[number] = 'update';
}

/** What a row has to be. */
export class ImportRowDto {
  @Text({ max: CONTACT_LIMITS.name })
  name: string;

  @Email({ optional: true })
  email?: string;

  @Text({ max: CONTACT_LIMITS.phone, optional: true })
  phone?: string;

  @Text({ max: COMPANY_LIMITS.name, optional: true })
  company?: string;

  @Text({ max: CONTACT_LIMITS.externalId, optional: true })
  externalId?: string;
}
