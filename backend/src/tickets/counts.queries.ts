import type { TicketStatus } from '@kontor/contracts/tickets';
import { sql, type Statement } from '../platform/database/statement.ts';
import { where, type Condition } from '../platform/http/keyset.ts';
import type { TagBody, TicketCountsBody } from './ticket.shape.ts';
import { visibleWhere, type Reader } from './tickets.policy.ts';

type CreatedDay = TicketCountsBody['created'][number];

interface Asked<Row> {
  statement: Statement<Row>;
  values: readonly unknown[];
}

function asked<Row>(text: (conditions: string) => string, conditions: (Condition | undefined)[], values: readonly unknown[] = []): Asked<Row> {
  const clause = where(conditions.filter((condition) => condition !== undefined), values.length);
  return { statement: sql<Row>(text(clause.text)), values: [...values, ...clause.values] };
}

/** The tags in use on what the reader sees, the most used first. */
export function tagsOf(reader: Reader): Asked<TagBody> {
  return asked<TagBody>(
    (conditions) => `
      SELECT g.tag, count(*) AS count FROM ticket_tags g${conditions && ` JOIN tickets t ON t.id = g.ticket_id${conditions}`}
      GROUP BY g.tag ORDER BY count(*) DESC, g.tag LIMIT 200`,
    [visibleWhere(reader)],
  );
}

/** Unsolved tickets by status and assignee. */
export function unsolvedOf(reader: Reader): Asked<{ status: TicketStatus; assigneeId: string | null; count: number }> {
  return asked(
    (conditions) => `
      SELECT t.status, t.assignee_id AS "assigneeId", count(*) AS count
      FROM tickets t${conditions} GROUP BY t.status, t.assignee_id`,
    [{ text: `t.status IN ('new', 'open', 'pending', 'hold')`, values: [] }, visibleWhere(reader)],
  );
}

export const TIME_ZONE = sql<{ timeZone: string }>('SELECT time_zone AS "timeZone" FROM users WHERE id = $1');

/** Tickets created on each of the last `days` days of the zone, `today` the last; `from` and `to` bound the day. */
export function createdOf(reader: Reader, timeZone: string, today: string, days: number): Asked<CreatedDay> {
  return asked(
    (conditions) => `
      WITH days AS (
        SELECT day, day AT TIME ZONE $1 AS begins, (day + interval '1 day') AT TIME ZONE $1 AS ends
        FROM generate_series($2::timestamp - make_interval(days => $3 - 1), $2::timestamp, interval '1 day') AS day)
      SELECT to_char(day, 'YYYY-MM-DD') AS day, begins AS "from", ends AS "to", (SELECT count(*) FROM tickets t${conditions}) AS count
      FROM days ORDER BY days.day`,
    [{ text: 't.created_at >= begins AND t.created_at < ends', values: [] }, visibleWhere(reader)],
    [timeZone, today, days],
  );
}
