import { OneOf, Pattern } from '../../platform/http/fields.ts';
import { REPORT_GROUPS, type ReportGroup } from './reports.queries.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class PeriodQuery {
  @Pattern(DAY, { max: 10, optional: true, description: 'First day, of the reader’s zone. Without both days the last 30 are reported.' })
  from?: string;

  @Pattern(DAY, { max: 10, optional: true, description: 'Last day, at most 366 days in all.' })
  to?: string;
}

export class TimesQuery extends PeriodQuery {
  @OneOf(REPORT_GROUPS, { optional: true, description: 'What the tickets are told apart by; all together by default.' })
  by: ReportGroup = 'all';
}
