import { NOTIFICATION_KINDS } from '@kontor/contracts/notifications';
import { TICKET_STATUSES } from '@kontor/contracts/tickets';
import { Flag, Instant, Nullable, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../platform/http/shapes.ts';

export const NotificationShape = Shape('Notification', {
  id: Uuid(),
  kind: OneOf(NOTIFICATION_KINDS),
  ticket: Shape('NotificationTicket', { id: Uuid(), number: Whole(), subject: Text(), status: OneOf(TICKET_STATUSES) }),
  /** Who did it last. */
  actor: Nullable(Shape('NotificationActor', { id: Uuid(), name: Text() })),
  /** Beginning of the last message that it tells of. */
  excerpt: Nullable(Text()),
  /** How often it happened since it was last read. */
  count: Whole(),
  at: Instant(),
  readAt: Nullable(Instant()),
});

export const UnreadShape = Shape('Unread', {
  /** At most 100, which means that many or more. */
  count: Whole(),
});

/** By kind, whether one is told in the inbox, and of some by mail. */
export const NotificationPreferencesShape = Shape('NotificationPreferences', {
  assigned: Flag(),
  mentioned: Flag(),
  replied: Flag(),
  noted: Flag(),
  assignedByMail: Flag(),
  mentionedByMail: Flag(),
});

export const NotificationPage = Page('NotificationPage', NotificationShape);

export type NotificationBody = Static<typeof NotificationShape>;
export type NotificationPreferencesBody = Static<typeof NotificationPreferencesShape>;
