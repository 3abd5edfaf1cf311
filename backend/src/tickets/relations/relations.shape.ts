import { LINK_KINDS, TICKET_STATUSES } from '@kontor/contracts/tickets';
import { List, Nullable, OneOf, Shape, Text, Uuid, Whole, type Static } from '../../platform/http/shapes.ts';
import { RequesterShape } from '../ticket.shape.ts';

const RelatedTicketShape = Shape('RelatedTicket', { id: Uuid(), number: Whole(), subject: Text(), status: OneOf(TICKET_STATUSES) });

/** Other tickets around one; those that the reader may not see are not among them. */
export const RelationsShape = Shape('Relations', {
  /** The end of the chain: where the messages of this ticket are now. */
  mergedInto: Nullable(RelatedTicketShape),
  /** Tickets whose messages are here now. */
  mergedFrom: List(RelatedTicketShape),
  /** `kind` is what the other ticket is to this one. */
  links: List(Shape('TicketLink', { kind: OneOf(LINK_KINDS), ticket: RelatedTicketShape })),
  /** Requesters of merged tickets: they are in copy. */
  participants: List(RequesterShape),
});

export type RelationsBody = Static<typeof RelationsShape>;
export type RelatedTicketBody = Static<typeof RelatedTicketShape>;
