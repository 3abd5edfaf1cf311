import { COMPANY_LIMITS } from '@kontor/contracts/contacts';
import { Domain, FlagQuery, OneOf, Text } from '../../platform/http/fields.ts';
import { CountedPageQuery } from '../../platform/http/pagination.ts';

export const COMPANY_SORTS = ['name', '-name', 'createdAt', '-createdAt'] as const;
export type CompanySort = (typeof COMPANY_SORTS)[number];

export class CompanyQuery extends CountedPageQuery {
  @OneOf(COMPANY_SORTS, { optional: true })
  sort: CompanySort = 'name';

  @Text({ max: 200, optional: true, description: 'Beginnings of words of name and domain.' })
  q?: string;

  @FlagQuery({ description: 'Those that are archived instead of those that are not.' })
  archived?: boolean;
}

export class CreateCompanyDto {
  @Text({ max: COMPANY_LIMITS.name })
  name: string;

  @Domain({ max: COMPANY_LIMITS.domain, optional: true, nullable: true })
  domain?: string | null;

  @Text({ max: COMPANY_LIMITS.note, optional: true, nullable: true })
  note?: string | null;
}

export class UpdateCompanyDto {
  @Text({ max: COMPANY_LIMITS.name, optional: true })
  name?: string;

  @Domain({ max: COMPANY_LIMITS.domain, optional: true, nullable: true })
  domain?: string | null;

  @Text({ max: COMPANY_LIMITS.note, optional: true, nullable: true })
  note?: string | null;
}
