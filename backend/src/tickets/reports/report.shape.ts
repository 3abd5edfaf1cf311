import { Type } from 'typebox';
import { Nullable, Page, Shape, Text, Whole, type Static } from '../../platform/http/shapes.ts';

const DayReportShape = Shape('DayReport', {
  /** Of the reader's zone. */
  day: Type.String({ format: 'date' }),
  created: Whole(),
  solved: Whole(),
  /** Unsolved at the end of the day. */
  backlog: Whole(),
});

/** Times are whole seconds, null where nothing is counted. */
const GroupReportShape = Shape('GroupReport', {
  /** Of the member or team, the tag or the channel; null for nobody, none, and all together. */
  id: Nullable(Text()),
  name: Nullable(Text()),
  /** Tickets that came in. */
  created: Whole(),
  /** Of those, with a first answer. */
  answered: Whole(),
  firstResponseMedian: Nullable(Whole()),
  firstResponseP90: Nullable(Whole()),
  /** Tickets that were solved. */
  solved: Whole(),
  resolutionMedian: Nullable(Whole()),
  resolutionP90: Nullable(Whole()),
});

export const DayReportPage = Page('DayReportPage', DayReportShape);
export const GroupReportPage = Page('GroupReportPage', GroupReportShape);
export type DayReportBody = Static<typeof DayReportShape>;
export type GroupReportBody = Static<typeof GroupReportShape>;
