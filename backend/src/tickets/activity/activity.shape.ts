import { CONTACT_FIELDS } from '@kontor/contracts/contacts';
import { MESSAGE_KINDS, TICKET_STATUSES } from '@kontor/contracts/tickets';
import { Instant, Nullable, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../../platform/http/shapes.ts';

const ActivityTicketShape = Shape('ActivityTicket', { id: Uuid(), number: Whole(), subject: Text(), status: OneOf(TICKET_STATUSES) });
const ActivityContactShape = Shape('ActivityContact', { id: Uuid(), name: Text() });
const ActivityAuthorShape = Shape('ActivityAuthor', { type: OneOf(['user', 'contact', 'system']), id: Nullable(Uuid()), name: Nullable(Text()) });

/**
 * What happened around a contact or a company: a ticket came in (`ticket`), something was said on one (`message`, with the
 * beginning of the `body`), or the contact or company itself was changed (`change`, with texts to show).
 */
export const ActivityShape = Shape('Activity', {
  id: Uuid(),
  type: OneOf(['ticket', 'message', 'change']),
  at: Instant(),
  author: ActivityAuthorShape,
  /** Whom it concerns; null where it is the company itself. */
  contact: Nullable(ActivityContactShape),
  ticket: Nullable(ActivityTicketShape),
  kind: Nullable(OneOf(MESSAGE_KINDS)),
  body: Nullable(Text()),
  field: Nullable(OneOf(CONTACT_FIELDS)),
  from: Nullable(Text()),
  to: Nullable(Text()),
});

export const ActivityPage = Page('ActivityPage', ActivityShape);
export type ActivityBody = Static<typeof ActivityShape>;
