import { sql } from '../database/statement.ts';
import { DEAD_LETTERS, JOB_SCHEMA } from './jobs.ts';

/** How a kind of job is doing. */
export interface QueueFigures {
  kind: string;
  /** Could run now. */
  ready: number;
  /** Wait for their time. */
  later: number;
  active: number;
  /** Have failed for good within the last day. */
  failed: number;
  /** Dead letters of the kind that nobody has sent back. */
  dead: number;
  /** Seconds since the oldest of those that could run was due; null where none is. */
  oldest: number | null;
}

/** For operators and for metrics; as `kontor_system`. */
export const QUEUE_FIGURES = sql<QueueFigures>(`
  SELECT q.name AS kind,
    count(*) FILTER (WHERE j.state < 'active' AND j.start_after <= ${JOB_SCHEMA}.job_now())::int AS ready,
    count(*) FILTER (WHERE j.state < 'active' AND j.start_after > ${JOB_SCHEMA}.job_now())::int AS later,
    count(*) FILTER (WHERE j.state = 'active')::int AS active,
    count(*) FILTER (WHERE j.state = 'failed')::int AS failed,
    (SELECT count(*)::int FROM ${JOB_SCHEMA}.job d WHERE d.name = '${DEAD_LETTERS}' AND d.source_name = q.name AND d.state = 'created') AS dead,
    extract(epoch FROM ${JOB_SCHEMA}.job_now() - min(j.start_after) FILTER (WHERE j.state < 'active' AND j.start_after <= ${JOB_SCHEMA}.job_now()))::float8 AS oldest
  FROM ${JOB_SCHEMA}.queue q LEFT JOIN ${JOB_SCHEMA}.job j ON j.name = q.name
  WHERE q.name <> '${DEAD_LETTERS}' AND q.name NOT LIKE '\\_\\_%' GROUP BY q.name ORDER BY q.name`);
