import { NOTIFICATION_FILTERS, type NotificationFilter } from '@kontor/contracts/notifications';
import { Flag, Id, OneOf } from '../platform/http/fields.ts';
import { PageQuery } from '../platform/http/pagination.ts';

export class NotificationQuery extends PageQuery {
  @OneOf(NOTIFICATION_FILTERS, { optional: true, description: 'What is unread, or everything that is not done with.' })
  filter: NotificationFilter = 'unread';
}

export class ReadDto {
  @Id({ optional: true, description: 'Only those about this ticket.' })
  ticketId?: string;
}

export class UpdatePreferencesDto {
  @Flag({ optional: true, description: 'A ticket is given to me.' })
  assigned?: boolean;

  @Flag({ optional: true, description: 'Somebody calls me into a note.' })
  mentioned?: boolean;

  @Flag({ optional: true, description: 'Somebody answers a ticket that is mine or that I follow.' })
  replied?: boolean;

  @Flag({ optional: true, description: 'Somebody writes a note on such a ticket.' })
  noted?: boolean;

  @Flag({ optional: true, description: 'A ticket is given to me: told by mail, too.' })
  assignedByMail?: boolean;

  @Flag({ optional: true, description: 'Somebody calls me into a note: told by mail, too.' })
  mentionedByMail?: boolean;
}
