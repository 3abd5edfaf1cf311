import { type FieldValue, MESSAGE_KINDS, TICKET_CHANNELS, TICKET_PRIORITIES, TICKET_STATUSES, TRACKED_FIELDS, UNSOLVED_STATUSES } from '@kontor/contracts/tickets';
import { Type } from 'typebox';
import { Instant, List, Nullable, OneOf, Page, Shape, Text, Uuid, Whole, type Static } from '../platform/http/shapes.ts';
import { AttachmentShape } from './attachments/attachment.shape.ts';

export const PersonShape = Shape('Person', { id: Uuid(), name: Text() });
export const RequesterShape = Shape('Requester', { id: Uuid(), name: Text(), email: Nullable(Text()) });

export const TicketShape = Shape('Ticket', {
  id: Uuid(),
  /** Unique in the workspace, rising, never used again. */
  number: Whole(),
  subject: Text(),
  status: OneOf(TICKET_STATUSES),
  priority: OneOf(TICKET_PRIORITIES),
  channel: OneOf(TICKET_CHANNELS),
  /** Beginning of the last public message. */
  preview: Nullable(Text()),
  requester: Nullable(RequesterShape),
  assignee: Nullable(PersonShape),
  createdBy: Nullable(PersonShape),
  team: Nullable(Shape('TicketTeam', { id: Uuid(), name: Text() })),
  tags: List(Text()),
  /** The tenant's own fields by their keys; what has no value is not there. */
  fields: Type.Unsafe<Record<string, FieldValue>>({ type: 'object', additionalProperties: true }),
  version: Whole(),
  createdAt: Instant(),
  updatedAt: Instant(),
  solvedAt: Nullable(Instant()),
  closedAt: Nullable(Instant()),
  /** Of a pending ticket: when it opens by itself. */
  pendingUntil: Nullable(Instant()),
});

const AuthorShape = Shape('Author', { type: OneOf(['user', 'contact', 'system']), id: Nullable(Uuid()), name: Nullable(Text()) });

export const MessageShape = Shape('Message', {
  id: Uuid(),
  kind: OneOf(MESSAGE_KINDS),
  body: Text(),
  author: AuthorShape,
  /** Members called in by a note. */
  mentions: List(PersonShape),
  createdAt: Instant(),
  attachments: List(AttachmentShape),
});

export const AnsweredShape = Shape('Answered', { message: MessageShape, ticket: TicketShape });

/**
 * A message (`kind`, `body`) or a change (`field`, `from`, `to`, as texts to show). `ticket` is another ticket that it
 * speaks of, or where the message was written before a merge; null also where the reader may not see that one.
 */
export const TimelineEntryShape = Shape('TimelineEntry', {
  id: Uuid(),
  type: OneOf(['message', 'change']),
  at: Instant(),
  author: AuthorShape,
  kind: Nullable(OneOf(MESSAGE_KINDS)),
  body: Nullable(Text()),
  /** Members called in by a note; they stand in its text behind an @. */
  mentions: List(PersonShape),
  field: Nullable(OneOf(TRACKED_FIELDS)),
  /** Of a change of one of the tenant's own fields: its name. */
  label: Nullable(Text()),
  from: Nullable(Text()),
  to: Nullable(Text()),
  /** Of a message. */
  attachments: List(AttachmentShape),
  ticket: Nullable(Shape('TicketNumber', { id: Uuid(), number: Whole() })),
});

export const TagShape = Shape('Tag', { tag: Text(), count: Whole() });

export const TicketCountsShape = Shape('TicketCounts', {
  unsolved: List(Shape('StatusCount', { status: OneOf(UNSOLVED_STATUSES), count: Whole() })),
  /** Unsolved and assigned to the reader. */
  mine: Whole(),
  /** Unsolved and assigned to nobody. */
  unassigned: Whole(),
  /** By day of the reader's zone, today the last; `from` is the day's first moment, `to` the next day's. */
  created: List(Shape('DayCount', { day: Type.String({ format: 'date' }), from: Instant(), to: Instant(), count: Whole() })),
});

export const TicketPage = Page('TicketPage', TicketShape);
export const TimelinePage = Shape('TimelinePage', {
  items: List(TimelineEntryShape),
  nextCursor: Nullable(Text()),
  /** The newest message of the whole conversation: what a reply carries as `lastSeenMessageId`. */
  lastMessageId: Nullable(Uuid()),
});
export const FollowersPage = Page('FollowersPage', PersonShape);
export const TagPage = Page('TagPage', TagShape);

export type RequesterBody = Static<typeof RequesterShape>;
export type TicketBody = Static<typeof TicketShape>;
export type PersonBody = Static<typeof PersonShape>;
export type MessageBody = Static<typeof MessageShape>;
export type AnsweredBody = Static<typeof AnsweredShape>;
export type TimelineEntryBody = Static<typeof TimelineEntryShape>;
export type TimelinePageBody = Static<typeof TimelinePage>;
export type FollowersBody = Static<typeof FollowersPage>;
export type TicketCountsBody = Static<typeof TicketCountsShape>;
export type TagBody = Static<typeof TagShape>;
