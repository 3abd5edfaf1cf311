import { VIEW_LAYOUTS } from '@kontor/contracts/ticket-views';
import { Anything, Flag, Instant, List, Nullable, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../../platform/http/shapes.ts';

export const TicketViewShape = Shape('TicketView', {
  id: Uuid(),
  name: Text(),
  /** A `TicketFilter`. */
  filter: Anything(),
  sort: Text(),
  layout: OneOf(VIEW_LAYOUTS),
  /** False where it is one's own alone. */
  shared: Flag(),
  /** Views stand in this order, equal ones in the order in which they were made. */
  place: Whole(),
  version: Whole(),
  createdAt: Instant(),
  updatedAt: Instant(),
});

/** `view` is an id, or the name of a view that every member has; `count` goes up to 1,000, null where the filter fits no more. */
export const ViewCountsShape = Shape('ViewCounts', {
  items: List(Shape('ViewCount', { view: Text(), count: Nullable(Whole()) })),
});

export const TicketViewPage = Page('TicketViewPage', TicketViewShape);
export type TicketViewBody = Static<typeof TicketViewShape>;
export type ViewCountsBody = Static<typeof ViewCountsShape>;
