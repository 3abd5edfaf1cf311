import { percentile } from '../report/statistics.ts';
import { HttpConnection } from './http-connection.ts';

/** What every connection asks in turn, as it goes over the wire. */
export interface HttpLoad {
  port: number;
  connections: string[][];
  ms: number;
}

export interface HttpMeasurement {
  requests: number;
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  /** CPU time of the load itself, µs a request. */
  ownCpu: number;
  refusal?: string;
}

async function measure({ port, connections, ms }: HttpLoad): Promise<HttpMeasurement> {
  const opened = connections.map((requests) => new HttpConnection(port, requests.map((text) => Buffer.from(text))));
  const started = performance.now();
  const cpu = process.cpuUsage();
  await Promise.all(opened.map((connection) => connection.run(ms)));
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  for (const connection of opened) connection.close();
  const latencies = opened.flatMap((connection) => connection.latencies);
  const refusal = opened.find((connection) => connection.refusal !== undefined)?.refusal;
  return {
    requests: latencies.length,
    seconds,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    ownCpu: (user + system) / latencies.length,
    ...(refusal === undefined ? {} : { refusal }),
  };
}

process.on('message', (load: HttpLoad) => {
  measure(load).then(
    (measurement) => process.send?.(measurement),
    (error: Error) => process.send?.({ requests: 0, seconds: 1, p50: 0, p95: 0, p99: 0, ownCpu: 0, refusal: error.message }),
  );
});
for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, () => process.exit(0));
