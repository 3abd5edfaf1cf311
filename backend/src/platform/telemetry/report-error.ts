import { log } from './logger.ts';
import { errors } from './metrics.ts';

export type ErrorCategory = 'request' | 'database' | 'redis' | 'relay' | 'realtime' | 'storage' | 'operation' | 'job' | 'mail' | 'audit' | 'telemetry' | 'webhook' | 'boot';
export type ErrorSeverity = 'warning' | 'error' | 'critical';

const counts = new Map<string, number>();

/**
 * The one door for what went wrong unexpectedly: the whole error goes to the log under the request's trace id, and is
 * counted by category and severity since the start.
 */
export function reportError(
  error: unknown,
  { category, severity, context = {} }: { category: ErrorCategory; severity: ErrorSeverity; context?: Record<string, unknown> },
): void {
  const key = `${category}.${severity}`;
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  errors.inc({ category, severity });
  const level = severity === 'critical' ? 'fatal' : severity === 'warning' ? 'warn' : 'error';
  log[level]({ category, severity, count, context, err: describe(error) }, error instanceof Error ? error.message : String(error));
}

/** Without bound values: those may be anyone's data. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { value: String(error) };
  const { name, message, stack } = error;
  const { code, constraint, table } = error as Error & Record<string, unknown>;
  return { name, message, stack, code, constraint, table };
}
