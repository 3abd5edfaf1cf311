import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../platform/access/decorators.ts';
import { AnswersCsv } from '../../platform/csv/csv-answer.ts';
import { Answers } from '../../platform/http/answers.ts';
import { DayReportPage, GroupReportPage } from './report.shape.ts';
import { PeriodQuery, TimesQuery } from './reports.dto.ts';
import { ReportsService } from './reports.service.ts';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  /** Tickets created and solved on each day, and unsolved at its end, among those that the reader sees. */
  @Get('days')
  @Can('ticket:read')
  @Answers(DayReportPage)
  days(@Query() period: PeriodQuery) {
    return this.reports.days(period);
  }

  /** The same as CSV. */
  @Get('days/file')
  @Can('ticket:read')
  @AnswersCsv()
  daysFile(@Query() period: PeriodQuery): Promise<StreamableFile> {
    return this.reports.daysFile(period);
  }

  /** First response of tickets created in the period and resolution of those solved in it, by agent, team, tag or channel. */
  @Get('times')
  @Can('ticket:read')
  @Answers(GroupReportPage)
  times(@Query() query: TimesQuery) {
    return this.reports.times(query);
  }

  /** The same as CSV, times in seconds. */
  @Get('times/file')
  @Can('ticket:read')
  @AnswersCsv()
  timesFile(@Query() query: TimesQuery): Promise<StreamableFile> {
    return this.reports.timesFile(query);
  }
}
