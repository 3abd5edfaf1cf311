import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts/contacts.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { AssignmentService } from './assignment.service.ts';
import { ClosingTeam } from './closing-team.ts';
import { AttachmentsController } from './attachments/attachments.controller.ts';
import { AttachmentsService } from './attachments/attachments.service.ts';
import { UploadsService } from './attachments/uploads.service.ts';
import { ConversationService } from './conversation.service.ts';
import { CountsService } from './counts.service.ts';
import { DepartingAssignee } from './departing-assignee.ts';
import { FilterFields } from './filters/filter-fields.ts';
import { TicketSelection } from './filters/ticket-selection.ts';
import { TicketChanges } from './ticket-changes.ts';
import { TicketListService } from './ticket-list.service.ts';
import { TicketsController } from './tickets.controller.ts';
import { TicketsGateway } from './tickets.gateway.ts';
import { TicketsService } from './tickets.service.ts';

@Module({
  imports: [ContactsModule, UsersModule],
  controllers: [TicketsController, AttachmentsController],
  providers: [
    AssignmentService,
    AttachmentsService,
    ClosingTeam,
    ConversationService,
    CountsService,
    DepartingAssignee,
    FilterFields,
    TicketChanges,
    TicketListService,
    TicketSelection,
    TicketsGateway,
    TicketsService,
    UploadsService,
  ],
  exports: [FilterFields, TicketSelection],
})
export class TicketsModule {}
