import { OPERATION_KINDS, OPERATION_STATES, OUTCOMES } from '@kontor/contracts/operations';
import { Flag, Instant, List, Nullable, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../http/shapes.ts';

export const OperationShape = Shape('Operation', {
  id: Uuid(),
  kind: OneOf(OPERATION_KINDS),
  state: OneOf(OPERATION_STATES),
  /** Items there are; null while they are not counted. */
  total: Nullable(Whole()),
  /** Items that are done with. */
  position: Whole(),
  counts: Shape('OperationCounts', { changed: Whole(), created: Whole(), updated: Whole(), skipped: Whole(), refused: Whole() }),
  /** Why it failed: a code of docs/errors.md. */
  problem: Nullable(Shape('OperationProblem', { code: Text(), detail: Text() })),
  /** True where nothing is changed, only said what would be. */
  isDryRun: Flag(),
  /** Of an import: the file's name, and its columns that mean nothing here. */
  fileName: Nullable(Text()),
  ignoredColumns: List(Text()),
  /** True while `GET /operations/{id}/file` has something to give. */
  hasFile: Flag(),
  createdAt: Instant(),
  startedAt: Nullable(Instant()),
  finishedAt: Nullable(Instant()),
  /** From then on items and file are gone. */
  expiresAt: Nullable(Instant()),
});

/** What became of one item; `code` and `detail` say why it was refused or skipped. */
export const OperationItemShape = Shape('OperationItem', {
  /** From 1. Of an import: the line of the file stands in `label`. */
  position: Whole(),
  subjectId: Nullable(Uuid()),
  /** What the item is called; null where the reader may not see it. */
  label: Nullable(Text()),
  outcome: Nullable(OneOf(OUTCOMES)),
  code: Nullable(Text()),
  detail: Nullable(Text()),
});

export const OperationPage = Page('OperationPage', OperationShape);
export const OperationItemPage = Page('OperationItemPage', OperationItemShape);

export type OperationBody = Static<typeof OperationShape>;
export type OperationItemBody = Static<typeof OperationItemShape>;
