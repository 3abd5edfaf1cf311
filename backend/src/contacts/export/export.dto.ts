import { Text } from '../../platform/http/fields.ts';

export class ExportContactsDto {
  @Text({ min: 0, max: 2_000, optional: true, description: 'The query of `GET /contacts`; without it all contacts.' })
  matching?: string;
}
