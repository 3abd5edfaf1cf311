import { PASSWORD_MAX } from '@kontor/contracts/locales';
import { API_KEY_LIMITS, API_KEY_STATES, API_SCOPES, type ApiKeyState, type ApiScope } from '@kontor/contracts/scopes';
import { Choices, Id, InstantField, OneOf, Secret, Text } from '../../platform/http/fields.ts';
import { PageQuery } from '../../platform/http/pagination.ts';

const KEY_SORTS = ['createdAt', '-createdAt'] as const;

export class ApiKeyQuery extends PageQuery {
  @OneOf(KEY_SORTS, { optional: true })
  sort: (typeof KEY_SORTS)[number] = '-createdAt';

  @OneOf(API_KEY_STATES, { optional: true })
  state?: ApiKeyState;

  @Id({ optional: true, description: 'A member.' })
  owner?: string;
}

export class CreateApiKeyDto {
  @Text({ max: API_KEY_LIMITS.name, description: 'What the key is for.' })
  name: string;

  @Choices(API_SCOPES, { description: 'What the key may, of what its owner may.' })
  scopes: ApiScope[];

  @InstantField({ optional: true, nullable: true, description: 'From when on it holds no more; without it, it has no end.' })
  expiresAt?: string | null;

  @Id({ optional: true, description: 'The service member who owns it; oneself where it is left out.' })
  ownerId?: string;

  @Secret({ min: 1, max: PASSWORD_MAX, description: 'Your own present password.' })
  password: string;
}
