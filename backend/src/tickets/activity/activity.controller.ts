import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { Answers } from '../../platform/http/answers.ts';
import { IdPipe } from '../../platform/http/id.pipe.ts';
import { TimelineQuery } from '../tickets.dto.ts';
import { ActivityService } from './activity.service.ts';
import { ActivityPage } from './activity.shape.ts';

@ApiTags('contacts')
@Controller()
export class ActivityController {
  constructor(private readonly activity: ActivityService) {}

  /** Tickets, messages and changes of a contact, newest first. */
  @Get('contacts/:id/timeline')
  @Can('ticket:read')
  @Answers(ActivityPage)
  ofContact(@Param('id', IdPipe) id: string, @Query() query: TimelineQuery) {
    return this.activity.ofContact(id, query);
  }

  /** Tickets, messages and changes of a company and its contacts, newest first. */
  @Get('companies/:id/timeline')
  @Can('ticket:read')
  @Answers(ActivityPage)
  ofCompany(@Param('id', IdPipe) id: string, @Query() query: TimelineQuery) {
    return this.activity.ofCompany(id, query);
  }
}
