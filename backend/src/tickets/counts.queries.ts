import type { TicketStatus } from '@kontor/contracts/tickets';
import { sql, type Statement } from '../platform/database/statement.ts';
import { where, type Condition } from '../platform/http/keyset.ts';
import type { TagBody } from './ticket.shape.ts';
import { visibleWhere, type Reader } from './tickets.policy.ts';

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

/** Unsolved tickets by status, and of those how many are the reader's and how many nobody's. */
export function unsolvedOf(reader: Reader): Asked<{ status: TicketStatus; count: number; mine: number; unassigned: number }> {
  return asked(
    (conditions) => `
      SELECT t.status, count(*) AS count, count(*) FILTER (WHERE t.assignee_id = $1) AS mine,
        count(*) FILTER (WHERE t.assignee_id IS NULL) AS unassigned
      FROM tickets t${conditions} GROUP BY t.status`,
    [{ text: `t.status IN ('new', 'open', 'pending', 'hold')`, values: [] }, visibleWhere(reader)],
    [reader.userId],
  );
}

/** Tickets created on each of the last `days` days of the reader's zone, today the last; `from` and `to` bound the day. */
export function createdOf(reader: Reader, now: Date, days: number): Asked<{ day: string; from: string; to: string; count: number }> {
  return asked(
    (conditions) => `
      WITH zone AS (SELECT time_zone AS name, date_trunc('day', $2::timestamptz AT TIME ZONE time_zone) AS today FROM users WHERE id = $1),
      days AS (
        SELECT day, day AT TIME ZONE zone.name AS begins, (day + interval '1 day') AT TIME ZONE zone.name AS ends
        FROM zone, generate_series(today - make_interval(days => $3 - 1), today, interval '1 day') AS day)
      SELECT to_char(day, 'YYYY-MM-DD') AS day, begins AS "from", ends AS "to", (SELECT count(*) FROM tickets t${conditions}) AS count
      FROM days ORDER BY days.day`,
    [{ text: 't.created_at >= begins AND t.created_at < ends', values: [] }, visibleWhere(reader)],
    [reader.userId, now.toISOString(), days],
  );
}
