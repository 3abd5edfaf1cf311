import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers, AnswersNothing } from '../../platform/http/answers.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { Located } from '../../platform/http/located.ts';
import { IfMatch } from '../../platform/http/versions.ts';
import { ViewCounts } from './view-counts.ts';
import { TicketViewPage, TicketViewShape, ViewCountsShape } from './view.shape.ts';
import { CreateViewDto, UpdateViewDto, ViewQuery } from './views.dto.ts';
import { ViewsService } from './views.service.ts';

@ApiTags('ticket views')
@Controller('ticket-views')
export class ViewsController {
  constructor(
    private readonly views: ViewsService,
    private readonly counted: ViewCounts,
  ) {}

  /** Everybody's and one's own. */
  @Get()
  @Can('ticket:read')
  @Answers(TicketViewPage)
  list(@Query() query: ViewQuery) {
    return this.views.list(query);
  }

  /** Of each view, also of those that every member has: `mine`, `unassigned`, `open` and `solved`. */
  @Get('counts')
  @Can('ticket:read')
  @Answers(ViewCountsShape)
  counts() {
    return this.counted.counts();
  }

  @Get(':id')
  @Can('ticket:read')
  @Answers(TicketViewShape)
  read(@Param('id', IdPipe) id: string) {
    return this.views.read(id);
  }

  /** A name that is taken is 409. */
  @Post()
  @Can('ticket-view:write')
  @Answers(TicketViewShape, 201)
  @Located('ticket-views')
  create(@Body() view: CreateViewDto) {
    return this.views.create(view);
  }

  @Patch(':id')
  @Can('ticket-view:write')
  @Answers(TicketViewShape)
  update(@Param('id', IdPipe) id: string, @Body() changes: UpdateViewDto, @IfMatch() seen?: number) {
    return this.views.update(id, changes, seen);
  }

  @Delete(':id')
  @Can('ticket-view:write')
  @AnswersNothing()
  async delete(@Param('id', IdPipe) id: string) {
    await this.views.delete(id);
  }
}
