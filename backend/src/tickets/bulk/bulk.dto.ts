import { BULK_LIMITS } from '@kontor/contracts/operations';
import { TICKET_LIMITS, TICKET_PRIORITIES, TICKET_STATUSES, type TicketPriority, type TicketStatus } from '@kontor/contracts/tickets';
import { Id, Ids, Nested, OneOf, Text, Texts } from '../../platform/http/fields.ts';

/** What to change on each ticket; what is left out stays. */
export class BulkChangesDto {
  @Id({ optional: true, nullable: true, description: 'An active member; null leaves the tickets to nobody.' })
  assigneeId?: string | null;

  @Id({ optional: true, nullable: true, description: 'A team; null leaves the tickets to no team.' })
  teamId?: string | null;

  @OneOf(TICKET_STATUSES, { optional: true })
  status?: TicketStatus;

  @OneOf(TICKET_PRIORITIES, { optional: true })
  priority?: TicketPriority;

  @Texts({ max: TICKET_LIMITS.tags, length: TICKET_LIMITS.tag, optional: true })
  addTags?: string[];

  @Texts({ max: TICKET_LIMITS.tags, length: TICKET_LIMITS.tag, optional: true })
  removeTags?: string[];
}

export class BulkChangeDto {
  @Ids({ max: BULK_LIMITS.ids, optional: true })
  ids?: string[];

  @Text({ min: 0, max: 16_000, optional: true, description: 'Instead of `ids`: the query of `GET /tickets`, for all that it finds.' })
  matching?: string;

  @Nested(() => BulkChangesDto)
  changes: BulkChangesDto;
}
