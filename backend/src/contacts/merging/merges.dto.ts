import { MERGED_FIELDS, type MergedField } from '@kontor/contracts/contacts';
import { Choices, Id } from '../../platform/http/fields.ts';

export class MergeContactDto {
  @Id({ description: 'The contact that becomes part of the one in the path.' })
  sourceId: string;

  @Choices(MERGED_FIELDS, { optional: true, description: 'What is taken from the source where both have something; `email` and `phone` are the primary ones.' })
  take?: MergedField[];
}
