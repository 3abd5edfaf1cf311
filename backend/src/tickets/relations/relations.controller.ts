import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Located } from '../../platform/http/located.ts';
import { IfMatch } from '../../platform/http/versions.ts';
import { TicketShape } from '../ticket.shape.ts';
import { LinksService } from './links.service.ts';
import { MergeService } from './merge.service.ts';
import { LinkDto, MergeDto, SplitDto, UnlinkDto } from './relations.dto.ts';
import { RelationsShape } from './relations.shape.ts';
import { SplitService } from './split.service.ts';

@ApiTags('tickets')
@Controller('tickets')
export class RelationsController {
  constructor(
    private readonly merges: MergeService,
    private readonly splits: SplitService,
    private readonly links: LinksService,
  ) {}

  /** The tickets around this one: merged, linked; and who is in copy. */
  @Get(':id/relations')
  @Can('ticket:read')
  @Answers(RelationsShape)
  relations(@Param('id', IdPipe) id: string) {
    return this.links.relations(id);
  }

  /** Moves all messages to another ticket; this one becomes `merged` and points there. Closed or merged on either side is 409. */
  @Post(':id/merge')
  @Can('ticket:merge')
  @Answers(TicketShape)
  merge(@Param('id', IdPipe) id: string, @Body() { into }: MergeDto, @IfMatch() seen?: number) {
    return this.merges.merge(id, into.toLowerCase(), seen);
  }

  /** Undoes a merge, at any time until the ticket that holds the messages is closed: messages, status and requester are as before. */
  @Post(':id/unmerge')
  @Can('ticket:merge')
  @Answers(TicketShape)
  unmerge(@Param('id', IdPipe) id: string, @IfMatch() seen?: number) {
    return this.merges.unmerge(id, seen);
  }

  /** Moves the chosen messages to a new ticket, which is answered. Merging it back undoes it. */
  @Post(':id/split')
  @Can('ticket:split')
  @Answers(TicketShape, 201)
  @Located('tickets')
  split(@Param('id', IdPipe) id: string, @Body() split: SplitDto, @IfMatch() seen?: number) {
    return this.splits.split(id, split, seen);
  }

  /** One link a pair, one parent a ticket, no circle: else 409. */
  @Post(':id/link')
  @Can('ticket:link')
  @Answers(RelationsShape)
  link(@Param('id', IdPipe) id: string, @Body() link: LinkDto) {
    return this.links.link(id, { ...link, ticketId: link.ticketId.toLowerCase() });
  }

  @Post(':id/unlink')
  @Can('ticket:link')
  @Answers(RelationsShape)
  unlink(@Param('id', IdPipe) id: string, @Body() { ticketId }: UnlinkDto) {
    return this.links.unlink(id, ticketId.toLowerCase());
  }
}
