import { Injectable } from '@nestjs/common';
import type { TicketFilter } from '@kontor/contracts/ticket-filter';
import { DEFAULT_VIEWS, VIEW_LIMITS } from '@kontor/contracts/ticket-views';
import { Database } from '../../platform/database/database.ts';
import { where } from '../../platform/http/keyset.ts';
import { TicketSelection } from '../filters/ticket-selection.ts';
import type { ViewCountsBody } from './view.shape.ts';
import { ViewsService } from './views.service.ts';

/** How many tickets stand in each view, among those that the member sees. */
@Injectable()
export class ViewCounts {
  constructor(
    private readonly database: Database,
    private readonly views: ViewsService,
    private readonly selection: TicketSelection,
  ) {}

  /** All of them in one statement, each by an index of its own and no further than to 1,000. */
  async counts(): Promise<ViewCountsBody> {
    const own = (await this.views.list({ limit: 100, sort: 'place' })).items;
    const views = [...Object.entries(DEFAULT_VIEWS), ...own.map(({ id, filter }) => [id, filter] as const)];
    const conditions = await this.selection.conditionsOfEach(views.map(([, filter]) => filter as TicketFilter));
    const values: unknown[] = [];
    const columns = conditions.map((asked) => {
      if (!asked) return 'NULL::bigint';
      const clause = where(asked, values.length);
      values.push(...clause.values);
      return `(SELECT count(*) FROM (SELECT 1 FROM tickets t${clause.text} LIMIT ${VIEW_LIMITS.counted}) AS counted)`;
    });
    const [row] = await this.database.query<{ counts: (number | null)[] }>({ name: '', text: `SELECT ARRAY[${columns.join(', ')}]::integer[] AS counts` }, values);
    return { items: views.map(([view], place) => ({ view, count: row!.counts[place] ?? null })) };
  }
}
