import { FIELD_KINDS } from '@kontor/contracts/tickets';
import { Flag, Instant, List, Nullable, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../../platform/http/shapes.ts';

/** A field that the workspace adds to its tickets. */
export const FieldShape = Shape('Field', {
  id: Uuid(),
  key: Text(),
  label: Text(),
  kind: OneOf(FIELD_KINDS),
  options: List(Text()),
  requiredToSolve: Flag(),
  /** From 1. */
  position: Whole(),
  version: Whole(),
  createdAt: Instant(),
  updatedAt: Instant(),
  archivedAt: Nullable(Instant()),
});

export const FieldPage = Page('FieldPage', FieldShape);
export type FieldBody = Static<typeof FieldShape>;
