import { Text } from '../../platform/http/fields.ts';

export class UploadQuery {
  @Text({ max: 1_000, description: 'The file’s name. Its ending says what it should be.' })
  name: string;
}
