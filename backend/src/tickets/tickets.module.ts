import { Module } from '@nestjs/common';
import { ContactsModule } from '../contacts/contacts.module.ts';
import { UsersModule } from '../users/users.module.ts';
import { AssignmentService } from './assignment.service.ts';
import { ClosingTeam } from './closing-team.ts';
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
  controllers: [TicketsController],
  providers: [
    AssignmentService,
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
  ],
  exports: [FilterFields, TicketSelection],
})
export class TicketsModule {}
