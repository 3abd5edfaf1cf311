import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../report/statistics.ts';
import { Audience } from './audience.ts';
import type { SocketTarget } from './subscribe.ts';

export type EventLoad =
  | { kind: 'gather'; target: SocketTarget; readers: number }
  /** `perSecond` writes, whatever becomes of them: what one reader waits. */
  | { kind: 'paced'; server: SocketTarget['server']; perSecond: number; ms: number }
  /** Always `window` writes under way: how much gets through. */
  | { kind: 'flood'; server: SocketTarget['server']; window: number; ms: number }
  | { kind: 'leave' };

export interface EventMeasurement {
  /** Milliseconds from the write to the reader. */
  p50: number;
  p99: number;
  deliveriesPerSecond: number;
  /** CPU time of the load itself, µs a delivery. */
  ownCpu: number;
  failure?: string;
}

const audiences = new Map<SocketTarget['server'], Audience>();

async function gather({ target, readers }: Extract<EventLoad, { kind: 'gather' }>): Promise<void> {
  const audience = new Audience(target);
  audiences.set(target.server, audience);
  await Promise.race([audience.gather(readers), audience.failure]);
}

async function paced(audience: Audience, perSecond: number, ms: number): Promise<void> {
  const written: Promise<void>[] = [];
  const started = performance.now();
  for (let next = 0; next < ms; next += 1_000 / perSecond) {
    await sleep(Math.max(0, started + next - performance.now()));
    written.push(audience.write());
  }
  await Promise.all(written);
}

async function flood(audience: Audience, window: number, ms: number): Promise<void> {
  const until = performance.now() + ms;
  const writer = async () => {
    while (performance.now() < until) await audience.write();
  };
  await Promise.all(Array.from({ length: window }, writer));
}

async function measure(load: Extract<EventLoad, { kind: 'paced' | 'flood' }>): Promise<EventMeasurement> {
  const audience = audiences.get(load.server)!;
  audience.latencies = [];
  audience.deliveries = 0;
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const work = load.kind === 'paced' ? paced(audience, load.perSecond, load.ms) : flood(audience, load.window, load.ms);
  await Promise.race([work, audience.failure]);
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    p50: percentile(audience.latencies, 0.5),
    p99: percentile(audience.latencies, 0.99),
    deliveriesPerSecond: audience.deliveries / seconds,
    ownCpu: (user + system) / audience.deliveries,
  };
}

async function answer(load: EventLoad): Promise<unknown> {
  if (load.kind === 'paced' || load.kind === 'flood') return measure(load);
  if (load.kind === 'gather') await gather(load);
  else for (const audience of audiences.values()) audience.leave();
  return {};
}

process.on('message', (load: EventLoad) => {
  answer(load).then(
    (measurement) => process.send?.(measurement as object),
    (error: Error) => process.send?.({ failure: error.message }),
  );
});
for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, () => process.exit(0));
