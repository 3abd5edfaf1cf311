import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts/contacts.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { ActivityModule } from './activity/activity.module.ts';
import { AssignmentService } from './assignment.service.ts';
import { AudienceService } from './audience.service.ts';
import { BulkController } from './bulk/bulk.controller.ts';
import { BulkService } from './bulk/bulk.service.ts';
import { BulkWork } from './bulk/bulk-work.ts';
import { TicketChanger } from './bulk/ticket-changer.ts';
import { ClosingTeam } from './closing-team.ts';
import { AttachmentsController } from './attachments/attachments.controller.ts';
import { AttachmentsService } from './attachments/attachments.service.ts';
import { UploadsService } from './attachments/uploads.service.ts';
import { ConversationService } from './conversation.service.ts';
import { CountsService } from './counts.service.ts';
import { DepartingAssignee } from './departing-assignee.ts';
import { FilterFields } from './filters/filter-fields.ts';
import { TicketSelection } from './filters/ticket-selection.ts';
import { FieldsController } from './fields/fields.controller.ts';
import { FieldsService } from './fields/fields.service.ts';
import { TicketFieldsService } from './fields/ticket-fields.service.ts';
import { FollowersController } from './followers/followers.controller.ts';
import { FollowersService } from './followers/followers.service.ts';
import { MentionsService } from './mentions.service.ts';
import { ExportController } from './export/export.controller.ts';
import { TicketExport } from './export/ticket-export.ts';
import { LinksService } from './relations/links.service.ts';
import { MergeService } from './relations/merge.service.ts';
import { RelationsController } from './relations/relations.controller.ts';
import { SplitService } from './relations/split.service.ts';
import { PartiesService } from './parties.service.ts';
import { ReplyMailer } from './reply-mailer.ts';
import { ReportsController } from './reports/reports.controller.ts';
import { ReportsService } from './reports/reports.service.ts';
import { TicketSearch } from './search/ticket-search.ts';
import { TicketChanges } from './ticket-changes.ts';
import { TicketListService } from './ticket-list.service.ts';
import { TicketReactions } from './ticket-reactions.ts';
import { TicketTimers } from './ticket-timers.ts';
import { TimedTickets } from './timed-tickets.ts';
import { TicketsController } from './tickets.controller.ts';
import { TicketsGateway } from './tickets.gateway.ts';
import { TicketsService } from './tickets.service.ts';
import { ViewCounts } from './views/view-counts.ts';
import { ViewsController } from './views/views.controller.ts';
import { ViewsService } from './views/views.service.ts';

@Module({
  imports: [ActivityModule, ContactsModule, UsersModule],
  controllers: [AttachmentsController, BulkController, ExportController, FieldsController, FollowersController, RelationsController, ReportsController, TicketsController, ViewsController],
  providers: [
    AssignmentService,
    AttachmentsService,
    AudienceService,
    BulkService,
    BulkWork,
    ClosingTeam,
    ConversationService,
    CountsService,
    DepartingAssignee,
    FieldsService,
    FilterFields,
    FollowersService,
    MentionsService,
    TicketChanger,
    LinksService,
    MergeService,
    PartiesService,
    ReplyMailer,
    ReportsService,
    SplitService,
    TicketChanges,
    TicketFieldsService,
    TicketExport,
    TicketListService,
    TicketReactions,
    TicketSearch,
    TicketSelection,
    TicketTimers,
    TimedTickets,
    TicketsGateway,
    TicketsService,
    UploadsService,
    ViewCounts,
    ViewsService,
  ],
  exports: [AudienceService, ConversationService, FilterFields, TicketReactions, TicketSelection, TicketsService],
})
export class TicketsModule {}
