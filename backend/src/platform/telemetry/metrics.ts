import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Everything that this process counts. Labels are from fixed lists: never an id, an address or what somebody wrote. */
export const registry = new Registry();
const registers = [registry];

/** Seconds. */
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const QUERY_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export const requestDuration = new Histogram({
  name: 'kontor_http_request_duration_seconds',
  help: 'Requests by method, route as declared, and status.',
  labelNames: ['method', 'route', 'status'],
  buckets: REQUEST_BUCKETS,
  registers,
});

export const queryDuration = new Histogram({
  name: 'kontor_query_duration_seconds',
  help: 'Statements of the app role, from sending to the answer.',
  buckets: QUERY_BUCKETS,
  registers,
});

export const slowQueries = new Counter({ name: 'kontor_slow_queries_total', help: 'Statements that took longer than KONTOR_SLOW_QUERY_MS.', registers });

export const operationDuration = new Histogram({
  name: 'kontor_operation_duration_seconds',
  help: 'What measureQueryTime measures, by operation.',
  labelNames: ['operation'],
  buckets: QUERY_BUCKETS,
  registers,
});

export const errors = new Counter({ name: 'kontor_errors_total', help: 'What reportError was told of.', labelNames: ['category', 'severity'], registers });

export const sockets = new Gauge({ name: 'kontor_sockets', help: 'Connected sockets.', registers });

export const relayLag = new Gauge({ name: 'kontor_relay_lag_seconds', help: 'Age of the oldest event that the last round published; 0 where none waited.', registers });

export const relayPublished = new Counter({ name: 'kontor_relay_published_total', help: 'Events that this process published.', registers });
