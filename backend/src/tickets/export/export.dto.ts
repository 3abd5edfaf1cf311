import { Text } from '../../platform/http/fields.ts';

export class ExportTicketsDto {
  @Text({ min: 0, max: 16_000, optional: true, description: 'The query of `GET /tickets`; without it all tickets.' })
  matching?: string;
}
