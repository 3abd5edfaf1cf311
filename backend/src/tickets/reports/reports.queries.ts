import { sql, type Statement } from '../../platform/database/statement.ts';
import { where } from '../../platform/http/keyset.ts';
import { visibleWhere, type Reader } from '../tickets.policy.ts';
import type { DayReportBody, GroupReportBody } from './report.shape.ts';

export const REPORT_GROUPS = ['all', 'agent', 'team', 'tag', 'channel'] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

/** The first and the last day, of the reader's zone; both or neither. */
export interface Period {
  from?: string | undefined;
  to?: string | undefined;
}

interface Asked<Row> {
  statement: Statement<Row>;
  values: readonly unknown[];
}

/** The most telling groups; what is rarer is noise. */
const MOST_GROUPS = 25;

/**
 * The days in the reader's zone (`$1` who, `$2` now, `$3` and `$4` the days or null), and the tickets that the reader
 * sees. A day begins and ends by the zone's clock, so that one of 23 or 25 hours is whole. Merged tickets are another's.
 */
const scope = (visible: string) => `
  span AS (
    SELECT z.name, coalesce($3::date, z.today - 29) AS first, coalesce($4::date, z.today) AS last
    FROM (SELECT time_zone AS name, ($2::timestamptz AT TIME ZONE time_zone)::date AS today FROM users WHERE id = $1) z),
  bounds AS (SELECT name, first, last, first::timestamp AT TIME ZONE name AS begins, (last + 1)::timestamp AT TIME ZONE name AS ends FROM span),
  seen AS NOT MATERIALIZED (
    SELECT t.id, t.created_at, t.solved_at, t.requester_id, t.assignee_id, t.team_id, t.channel
    FROM tickets t${visible}${visible ? ' AND' : ' WHERE'} t.status <> 'merged')`;

const within = (column: string) => `${column} >= (SELECT begins FROM bounds) AND ${column} < (SELECT ends FROM bounds)`;
const counted = (column: string) => `
  SELECT (${column} AT TIME ZONE (SELECT name FROM bounds))::date AS day, count(*) AS count FROM seen t WHERE ${within(column)} GROUP BY 1`;

function asked<Row>(text: (scope: string) => string, reader: Reader, now: Date, { from, to }: Period): Asked<Row> {
  const rule = visibleWhere(reader);
  const visible = where(rule ? [rule] : [], 4);
  return { statement: sql<Row>(text(scope(visible.text))), values: [reader.userId, now.toISOString(), from ?? null, to ?? null, ...visible.values] };
}

/** What came in and what was solved on each day, and what was unsolved at its end. */
export function daysOf(reader: Reader, now: Date, period: Period): Asked<DayReportBody> {
  return asked(
    (scoped) => `
      WITH ${scoped},
      created AS (${counted('t.created_at')}),
      solved AS (${counted('t.solved_at')}),
      before AS (
        SELECT (SELECT count(*) FROM seen t WHERE t.created_at < (SELECT begins FROM bounds))
          - (SELECT count(*) FROM seen t WHERE t.solved_at < (SELECT begins FROM bounds)) AS count)
      SELECT to_char(d.day, 'YYYY-MM-DD') AS day, coalesce(c.count, 0) AS created, coalesce(s.count, 0) AS solved,
        ((SELECT count FROM before) + sum(coalesce(c.count, 0) - coalesce(s.count, 0)) OVER (ORDER BY d.day))::bigint AS backlog
      FROM (SELECT generate_series(first, last, interval '1 day')::date AS day FROM bounds) d
        LEFT JOIN created c ON c.day = d.day LEFT JOIN solved s ON s.day = d.day
      ORDER BY d.day`,
    reader,
    now,
    period,
  );
}

const TAGGED = 'LEFT JOIN ticket_tags g ON g.ticket_id = t.id';
/** What tickets are told apart by, what that needs, and what it is called. */
const GROUPS: Record<ReportGroup, { key: string; join: string; name: string }> = {
  all: { key: 'NULL::text', join: '', name: 'NULL::text' },
  agent: { key: 't.assignee_id::text', join: '', name: '(SELECT u.name FROM users u WHERE u.id = r.key::uuid)' },
  team: { key: 't.team_id::text', join: '', name: '(SELECT e.name FROM teams e WHERE e.id = r.key::uuid)' },
  tag: { key: 'g.tag', join: TAGGED, name: 'r.key' },
  channel: { key: 't.channel', join: '', name: 'r.key' },
};

/** Half of them took no longer, nine in ten took no longer. */
const share = (part: number, column: string) => `round(percentile_cont(${part}) WITHIN GROUP (ORDER BY ${column}))::bigint`;

/**
 * How long tickets took: those created in the period to their first answer, those solved in it to their last solution. The
 * first answer is a member's first public reply to a ticket with a requester; what came with a merged ticket is none.
 */
export function timesOf(reader: Reader, now: Date, period: Period, by: ReportGroup): Asked<GroupReportBody> {
  const { key, join, name } = GROUPS[by];
  return asked(
    (scoped) => `
      WITH ${scoped},
      told AS (
        SELECT ${key} AS key, 1 AS created, 0 AS solved, extract(epoch FROM (
            SELECT m.created_at FROM ticket_messages m
            WHERE m.ticket_id = t.id AND m.kind = 'reply' AND m.member_id IS NOT NULL AND m.original_ticket_id IS NULL
              AND m.created_at > t.created_at AND t.requester_id IS NOT NULL
            ORDER BY m.created_at LIMIT 1) - t.created_at)::float8 AS response, NULL::float8 AS resolution
        FROM seen t ${join} WHERE ${within('t.created_at')}
        UNION ALL
        SELECT ${key}, 0, 1, NULL, extract(epoch FROM t.solved_at - t.created_at)::float8 FROM seen t ${join} WHERE ${within('t.solved_at')})
      SELECT r.key AS id, ${name} AS name, r.created, r.answered, r."firstResponseMedian", r."firstResponseP90", r.solved,
        r."resolutionMedian", r."resolutionP90"
      FROM (
        SELECT key, sum(created)::bigint AS created, count(response) AS answered, ${share(0.5, 'response')} AS "firstResponseMedian",
          ${share(0.9, 'response')} AS "firstResponseP90", sum(solved)::bigint AS solved, ${share(0.5, 'resolution')} AS "resolutionMedian",
          ${share(0.9, 'resolution')} AS "resolutionP90"
        FROM told GROUP BY key) r
      ORDER BY r.created + r.solved DESC, r.key LIMIT ${MOST_GROUPS}`,
    reader,
    now,
    period,
  );
}
