import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../platform/access/decorators.ts';
import { Answers } from '../platform/http/answers.ts';
import { IdPipe } from '../platform/http/id.pipe.ts';
import { Located } from '../platform/http/located.ts';
import { IfMatch } from '../platform/http/versions.ts';
import { AssignmentService } from './assignment.service.ts';
import { ConversationService } from './conversation.service.ts';
import { CountsService } from './counts.service.ts';
import { TicketListService } from './ticket-list.service.ts';
import { AnsweredShape, TagPage, TicketCountsShape, TicketPage, TicketShape, TimelinePage } from './ticket.shape.ts';
import { AssignDto, CountsQuery, CreateTicketDto, NoteDto, ReplyDto, TicketQuery, TimelineQuery, TransitionDto, UpdateTicketDto } from './tickets.dto.ts';
import { TicketsService } from './tickets.service.ts';

@ApiTags('tickets')
@Controller('tickets')
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly assignment: AssignmentService,
    private readonly lists: TicketListService,
    private readonly conversation: ConversationService,
    private readonly counted: CountsService,
  ) {}

  @Get()
  @Can('ticket:read')
  @Answers(TicketPage)
  list(@Query() query: TicketQuery) {
    return this.lists.list(query);
  }

  /** The tags in use, the most used first. */
  @Get('tags')
  @Can('ticket:read')
  @Answers(TagPage)
  tags() {
    return this.counted.tags();
  }

  /** What is unsolved now, and what came in on the last days of one's own zone. */
  @Get('counts')
  @Can('ticket:read')
  @Answers(TicketCountsShape)
  counts(@Query() { days }: CountsQuery) {
    return this.counted.counts(days);
  }

  @Get(':id')
  @Can('ticket:read')
  @Answers(TicketShape)
  read(@Param('id', IdPipe) id: string) {
    return this.tickets.read(id);
  }

  /** Messages, notes and changes, newest first. */
  @Get(':id/timeline')
  @Can('ticket:read')
  @Answers(TimelinePage)
  timeline(@Param('id', IdPipe) id: string, @Query() query: TimelineQuery) {
    return this.conversation.timeline(id, query);
  }

  @Post()
  @Can('ticket:create')
  @Answers(TicketShape, 201)
  @Located('tickets')
  create(@Body() ticket: CreateTicketDto) {
    return this.tickets.create(ticket);
  }

  @Patch(':id')
  @Can('ticket:update')
  @Answers(TicketShape)
  update(@Param('id', IdPipe) id: string, @Body() changes: UpdateTicketDto, @IfMatch() seen?: number) {
    return this.tickets.update(id, changes, seen);
  }

  /** Sets member, team or both. A new team drops an assignee who is not in it, unless the request names one. */
  @Post(':id/assign')
  @Can('ticket:assign')
  @Answers(TicketShape)
  assign(@Param('id', IdPipe) id: string, @Body() assignment: AssignDto, @IfMatch() seen?: number) {
    return this.assignment.assign(id, assignment, seen);
  }

  /** A public answer. It opens a new ticket. What others wrote after `lastSeenMessageId` is 409 STALE_REPLY with `newMessages`. */
  @Post(':id/reply')
  @Can('ticket:reply')
  @Answers(AnsweredShape, 201)
  reply(@Param('id', IdPipe) id: string, @Body() reply: ReplyDto, @IfMatch() seen?: number) {
    return this.conversation.reply(id, reply, seen);
  }

  /** An internal note: it never leaves the workspace. */
  @Post(':id/note')
  @Can('ticket:note')
  @Answers(AnsweredShape, 201)
  note(@Param('id', IdPipe) id: string, @Body() note: NoteDto, @IfMatch() seen?: number) {
    return this.conversation.note(id, note, seen);
  }

  /** Moves the ticket along the transition table; another move is 409 ILLEGAL_TRANSITION with what is allowed. */
  @Post(':id/transition')
  @Can('ticket:transition')
  @Answers(TicketShape)
  transition(@Param('id', IdPipe) id: string, @Body() transition: TransitionDto, @IfMatch() seen?: number) {
    return this.tickets.transition(id, transition, seen);
  }
}
