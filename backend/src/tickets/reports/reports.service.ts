import { Injectable, type StreamableFile } from '@nestjs/common';
import { Clock } from '../../platform/clock.ts';
import { currentActor } from '../../platform/context.ts';
import { csvFile, csvLines } from '../../platform/csv/csv-answer.ts';
import { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/problems.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { measureQueryTime } from '../../platform/telemetry/measure-query-time.ts';
import type { DayReportBody, GroupReportBody } from './report.shape.ts';
import { daysOf, timesOf, type Period, type ReportGroup } from './reports.queries.ts';

/** The columns of the files, named as the API names the fields. */
const DAY_COLUMNS = ['day', 'created', 'solved', 'backlog'] as const satisfies (keyof DayReportBody)[];
const GROUP_COLUMNS = ['id', 'name', 'created', 'answered', 'firstResponseMedian', 'firstResponseP90', 'solved', 'resolutionMedian', 'resolutionP90'] as const satisfies (keyof GroupReportBody)[];

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

/** How much came in and how long it took, among what the member sees. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async days(period: Period): Promise<PageOf<DayReportBody>> {
    check(period);
    const { statement, values } = daysOf(currentActor(), this.clock.now(), period);
    return { items: await measureQueryTime(() => this.database.query(statement, values), { operation: 'report-days' }), nextCursor: null };
  }

  async daysFile(period: Period): Promise<StreamableFile> {
    return csvFile(nameOf('days', period), csvLines(DAY_COLUMNS, (await this.days(period)).items));
  }

  async times({ by, ...period }: Period & { by: ReportGroup }): Promise<PageOf<GroupReportBody>> {
    check(period);
    const { statement, values } = timesOf(currentActor(), this.clock.now(), period, by);
    return { items: await measureQueryTime(() => this.database.query(statement, values), { operation: 'report-times' }), nextCursor: null };
  }

  async timesFile(query: Period & { by: ReportGroup }): Promise<StreamableFile> {
    return csvFile(nameOf(`times-by-${query.by}`, query), csvLines(GROUP_COLUMNS, (await this.times(query)).items));
  }
}

function nameOf(report: string, { from, to }: Period): string {
  return ['tickets', report, from, to].filter((part) => part !== undefined).join('-');
}

/** @throws Invalid for one day without the other, no day of the calendar, and a period that is none or too long */
function check({ from, to }: Period): void {
  if ((from === undefined) !== (to === undefined)) throw Invalid.field(from ? '?to' : '?from', 'REQUIRED', 'Both days or neither.');
  if (from === undefined || to === undefined) return;
  for (const [name, day] of Object.entries({ from, to })) {
    const date = new Date(`${day}T00:00:00Z`);
    const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && day >= '0001';
    if (!isDay) throw Invalid.field(`?${name}`, 'INVALID_VALUE', 'Must be a day of the calendar.');
  }
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days < 1 || days > MOST_DAYS) throw Invalid.field('?to', 'INVALID_VALUE', `Must be from the first day to ${MOST_DAYS} days.`);
}
