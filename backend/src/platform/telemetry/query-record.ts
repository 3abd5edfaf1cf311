import { log } from './logger.ts';
import { queryDuration, slowQueries } from './metrics.ts';

/** Characters of a statement in the log. */
const LONGEST = 2_000;

/** Counts a statement, and logs one that took `slowMs` or longer: its text, never its values. */
export function recordQuery(text: string, ms: number, slowMs: number): void {
  queryDuration.observe(ms / 1_000);
  if (ms < slowMs) return;
  slowQueries.inc();
  log.warn({ ms: Math.round(ms), query: text.replace(/\s+/g, ' ').trim().slice(0, LONGEST) }, 'slow query');
}
