import { FIELD_KEY, FIELD_KINDS, FIELD_LIMITS, type FieldKind } from '@kontor/contracts/tickets';
import { Flag, Key, OneOf, Text, Texts, Whole } from '../../platform/http/fields.ts';

export class CreateFieldDto {
  @Key({ pattern: FIELD_KEY, description: 'How programs name it; it never changes.' })
  key: string;

  @Text({ max: FIELD_LIMITS.label })
  label: string;

  @OneOf(FIELD_KINDS, { description: 'It never changes.' })
  kind: FieldKind;

  @Texts({ max: FIELD_LIMITS.options, length: FIELD_LIMITS.option, optional: true, description: 'What may be chosen, of `choice` and `choices`.' })
  options?: string[];

  @Flag({ optional: true, description: 'A ticket without it cannot be solved.' })
  requiredToSolve?: boolean;
}

export class UpdateFieldDto {
  @Text({ max: FIELD_LIMITS.label, optional: true })
  label?: string;

  @Texts({ max: FIELD_LIMITS.options, length: FIELD_LIMITS.option, optional: true, description: 'Values that are no longer among them stay where they are.' })
  options?: string[];

  @Flag({ optional: true })
  requiredToSolve?: boolean;

  @Whole({ min: 1, max: FIELD_LIMITS.fields, optional: true, description: 'Its place among all fields, from 1.' })
  position?: number;

  @Flag({ optional: true, description: 'An archived field is neither shown nor asked for; its values stay.' })
  archived?: boolean;
}
