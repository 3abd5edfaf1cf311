import { LINK_KINDS, TICKET_LIMITS, type LinkKind } from '@kontor/contracts/tickets';
import { Id, Ids, OneOf, Text } from '../../platform/http/fields.ts';

/** More messages than a page of the timeline are not chosen by hand. */
const MOST_SPLIT = 100;

export class MergeDto {
  @Id({ description: 'The ticket that goes on.' })
  into: string;
}

export class SplitDto {
  @Ids({ max: MOST_SPLIT, description: 'Messages of this ticket.' })
  messageIds: string[];

  @Text({ max: TICKET_LIMITS.subject, description: 'Of the new ticket.' })
  subject: string;
}

export class LinkDto {
  @Id({ description: 'The other ticket.' })
  ticketId: string;

  @OneOf(LINK_KINDS, { description: 'What the other ticket is to this one.' })
  kind: LinkKind;
}

export class UnlinkDto {
  @Id({ description: 'The other ticket.' })
  ticketId: string;
}
