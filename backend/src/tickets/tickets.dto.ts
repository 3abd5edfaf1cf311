import { ATTACHMENT_LIMITS } from '@kontor/contracts/attachments';
import { FILTER_LIMITS } from '@kontor/contracts/ticket-filter';
import {
  TICKET_LIMITS,
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketPriority,
  type TicketStatus,
} from '@kontor/contracts/tickets';
import { Email, Id, Ids, InstantField, InstantQuery, Nested, OneOf, OneOrMoreQuery, Text, Texts, Values, WholeQuery } from '../platform/http/fields.ts';
import { CountedPageQuery, PageQuery } from '../platform/http/pagination.ts';
import { IdOr } from './id-or.ts';

export const TICKET_SORTS = [
  '-createdAt',
  'createdAt',
  '-updatedAt',
  'updatedAt',
  '-number',
  'number',
  '-priority',
  'priority',
  '-relevance',
] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

export class TicketQuery extends CountedPageQuery {
  @OneOf(TICKET_SORTS, { optional: true })
  sort: TicketSort = '-createdAt';

  @OneOrMoreQuery(TICKET_STATUSES)
  status?: TicketStatus[];

  @OneOrMoreQuery(TICKET_PRIORITIES)
  priority?: TicketPriority[];

  @IdOr(['me', 'none'], 'A member’s id, `me` or `none`.')
  assignee?: string;

  @IdOr(['mine', 'none'], 'A team’s id, `mine` for any of one’s own teams, or `none`.')
  team?: string;

  @Text({ max: TICKET_LIMITS.tag, optional: true })
  tag?: string;

  @Id({ optional: true, description: 'A contact.' })
  requester?: string;

  @Id({ optional: true, description: 'The company of the requester.' })
  company?: string;

  @WholeQuery({ min: 1, max: Number.MAX_SAFE_INTEGER })
  number?: number;

  @InstantQuery({ description: 'At or after.' })
  createdAfter?: string;

  @InstantQuery({ description: 'Before.' })
  createdBefore?: string;

  @InstantQuery({ description: 'At or after.' })
  updatedAfter?: string;

  @InstantQuery({ description: 'Before.' })
  updatedBefore?: string;

  @Text({
    max: 200,
    optional: true,
    description: 'Words in subject, conversation or requester, all of them; each may be the beginning of one. `sort=-relevance` puts the best matches first.',
  })
  q?: string;

  @Text({
    max: FILTER_LIMITS.json,
    optional: true,
    description: 'Nested conditions as JSON: `{"all":[…]}`, `{"any":[…]}` or `{"field":"status","op":"is","value":["open"]}`; see docs/filters.md.',
  })
  filter?: string;
}

export class CountsQuery {
  @WholeQuery({ min: 1, max: 31, description: 'Days to count back, today included; 7 by default.' })
  days: number = 7;
}

export class TimelineQuery extends PageQuery {}

const FIELD_VALUES = 'Values of the workspace’s own fields by their keys: text, a whole number, a decimal as text, true or false, YYYY-MM-DD, an option or a list of options';

/** A contact by its id, or by an address that it has or gets. */
export class RequesterDto {
  @Id({ optional: true })
  id?: string;

  @Email({ optional: true })
  email?: string;

  @Text({ max: 120, optional: true, description: 'Used where the address has no contact yet.' })
  name?: string;
}

export class CreateTicketDto {
  @Text({ max: TICKET_LIMITS.subject })
  subject: string;

  @OneOf(TICKET_PRIORITIES, { optional: true })
  priority?: TicketPriority;

  @Text({ max: TICKET_LIMITS.body, optional: true, description: 'The first message: the requester’s, or without one the caller’s.' })
  body?: string;

  @Nested(() => RequesterDto, { optional: true })
  requester?: RequesterDto;

  @Texts({ max: TICKET_LIMITS.tags, length: TICKET_LIMITS.tag, optional: true })
  tags?: string[];

  @Id({ optional: true, description: 'A team.' })
  teamId?: string;

  @Values({ optional: true, description: FIELD_VALUES })
  fields?: Record<string, unknown>;

  @Ids({ max: ATTACHMENT_LIMITS.files, optional: true, description: 'Uploads of yours, for the first message.' })
  attachmentIds?: string[];
}

export class UpdateTicketDto {
  @Text({ max: TICKET_LIMITS.subject, optional: true })
  subject?: string;

  @OneOf(TICKET_PRIORITIES, { optional: true })
  priority?: TicketPriority;

  @Nested(() => RequesterDto, { optional: true, nullable: true })
  requester?: RequesterDto | null;

  @Texts({ max: TICKET_LIMITS.tags, length: TICKET_LIMITS.tag, optional: true })
  tags?: string[];

  @Values({ optional: true, description: `${FIELD_VALUES}; null takes one away, and those not named stay.` })
  fields?: Record<string, unknown>;
}

export class AssignDto {
  @Id({ optional: true, nullable: true, description: 'An active member; null leaves the ticket to nobody.' })
  assigneeId?: string | null;

  /** An assignee who is not in the new team is dropped, unless the same request names one. */
  @Id({ optional: true, nullable: true, description: 'A team; null leaves the ticket to no team.' })
  teamId?: string | null;
}

export class ReplyDto {
  @Text({ max: TICKET_LIMITS.body })
  body: string;

  @Ids({ max: ATTACHMENT_LIMITS.files, optional: true, description: 'Uploads of yours that the message takes, in this order.' })
  attachmentIds?: string[];

  @Id({
    optional: true,
    nullable: true,
    description: 'The last message that the writer has seen, null for none: what others wrote since is 409 STALE_REPLY. Left out, nothing is checked.',
  })
  lastSeenMessageId?: string | null;
}

export class NoteDto extends ReplyDto {
  @Ids({ max: TICKET_LIMITS.mentions, optional: true, description: 'Members who are called in, beside those whose whole name stands behind an @ in the text.' })
  mentions?: string[];
}

export class TransitionDto {
  @OneOf(TICKET_STATUSES)
  status: TicketStatus;

  @InstantField({ optional: true, nullable: true, description: 'With `pending`: when the ticket opens by itself. Null takes that back.' })
  until?: string | null;
}
