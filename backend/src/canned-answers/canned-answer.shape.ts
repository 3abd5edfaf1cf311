import { CANNED_VARIABLES } from '@kontor/contracts/canned-answers';
import { Flag, Instant, List, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../platform/http/shapes.ts';

export const CannedAnswerShape = Shape('CannedAnswer', {
  id: Uuid(),
  name: Text(),
  /** What is typed behind a `/` to insert it. */
  shortcut: Text(),
  /** With variables between double braces. */
  body: Text(),
  /** False where it is one's own alone. */
  shared: Flag(),
  version: Whole(),
  createdAt: Instant(),
  updatedAt: Instant(),
});

export const FilledAnswerShape = Shape('FilledAnswer', {
  text: Text(),
  /** Variables that had no value: a mark stands in the text in their place. */
  missing: List(OneOf(CANNED_VARIABLES)),
});

export const CannedAnswerPage = Page('CannedAnswerPage', CannedAnswerShape);

export type CannedAnswerBody = Static<typeof CannedAnswerShape>;
export type FilledAnswerBody = Static<typeof FilledAnswerShape>;
