import { Failure } from '../../../tools/lib/failure.ts';
import type { HttpMeasurement } from '../load/http-load.ts';
import type { MeasuredServer } from '../processes/servers.ts';
import { percentile } from '../report/statistics.ts';
import type { Stage } from './stage.ts';

/** One server in one round. */
export interface HttpRound {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** CPU time of the server process, µs a request. */
  cpu: number;
  /** Of the load. */
  loadCpu: number;
}

export interface Pair<Round> {
  ours: Round;
  theirs: Round;
}

/** A server, and what is asked of it over each connection in turn. */
interface Side {
  server: MeasuredServer;
  connections: string[][];
}

/** Long enough for the optimising compiler, also on a busy machine. */
const WARM_UP_MS = 10_000;
const SETTLE_MS = 250;

/** Rounds of two servers in turn, each first in every other round, so that what else the machine does hits both. */
export async function interleaved<Round>(rounds: number, ours: () => Promise<Round>, theirs: () => Promise<Round>): Promise<Pair<Round>[]> {
  const pairs: Pair<Round>[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) pairs.push({ ours: await ours(), theirs: await theirs() });
    else {
      const measured = await theirs();
      pairs.push({ ours: await ours(), theirs: measured });
    }
  }
  return pairs;
}

/** Both under HTTP load, warmed up, round by round. */
export async function httpRounds(stage: Stage, ours: Side, theirs: Side): Promise<Pair<HttpRound>[]> {
  const round = (side: Side, ms: number) => () => httpRound(stage, side, ms);
  const warmUp = stage.seconds < 1 ? stage.seconds * 1_000 : WARM_UP_MS;
  await round(ours, warmUp)();
  await round(theirs, warmUp)();
  return interleaved(stage.rounds, round(ours, stage.seconds * 1_000), round(theirs, stage.seconds * 1_000));
}

async function httpRound({ load, signal }: Stage, { server, connections }: Side, ms: number): Promise<HttpRound> {
  checked(await load({ port: server.port, connections, ms: SETTLE_MS }));
  const before = await server.process.cpu(signal);
  const { requests, seconds, p50, p95, p99, ownCpu } = checked(await load({ port: server.port, connections, ms }));
  const cpu = (await server.process.cpu(signal)) - before;
  return { perSecond: requests / seconds, p50, p95, p99, cpu: cpu / requests, loadCpu: ownCpu };
}

function checked(measurement: HttpMeasurement): HttpMeasurement {
  if (measurement.refusal !== undefined) throw new Failure(`A request was refused:\n${measurement.refusal}`);
  return measurement;
}

/** The middle of `value` over the rounds; ratios are taken within a round, where both servers had the same machine. */
export function middle<Round>(pairs: Pair<Round>[], value: (pair: Pair<Round>) => number): number {
  return percentile(pairs.map(value), 0.5);
}
