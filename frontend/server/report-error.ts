import { log } from './log.ts';

type Category = 'request' | 'action' | 'page' | 'browser';
type Severity = 'warning' | 'error';

interface Occasion {
  category: Category;
  severity: Severity;
  /** Where it happened, with the trace id; never a token, a password or a query string. */
  context?: Record<string, unknown>;
}

const counts = new Map<string, number>();

/** The one door for what went wrong unexpectedly: a line in the log, counted by category and severity since the start. */
export function reportError(error: unknown, { category, severity, context = {} }: Occasion): void {
  const key = `${category}.${severity}`;
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  log(severity === 'error' ? 'error' : 'warn', message, { category, severity, count, ...context, stack });
}
