import { Failure } from '../../../tools/lib/failure.ts';
import type { EventLoad, EventMeasurement } from '../load/event-load.ts';
import type { Child } from '../processes/child.ts';
import type { MeasuredServer } from '../processes/servers.ts';
import { printEvents } from '../report/tables.ts';
import type { EventRatios } from '../report/targets.ts';
import { interleaved, middle } from './rounds.ts';
import type { Stage } from './stage.ts';

/** `perSecond` writes leave both servers idle in between: what is measured is the way of an event, not a queue. */
const AUDIENCES = {
  events100: { readers: 100, perSecond: 40 },
  events1000: { readers: 1_000, perSecond: 10 },
};
const WINDOW = 4;
const WARM_UP_MS = 1_000;

export interface EventRound extends EventMeasurement {
  /** With as many writes as get through. */
  flooded: number;
}

/** From a write to every reader of its tenant: Kontor's gateway to a loop over `ws` sockets after the same commit. */
export async function measureEvents(stage: Stage, scenario: keyof typeof AUDIENCES): Promise<EventRatios> {
  const { readers, perSecond } = AUDIENCES[scenario];
  const load = stage.spawn('event-load');
  for (const server of [stage.kontor, stage.bare]) await gather(stage, load, server, readers);
  const round = (server: MeasuredServer<'kontor' | 'bare'>, ms: number) => async (): Promise<EventRound> => {
    const paced = await ask(stage, load, { kind: 'paced', server: server.name, perSecond, ms });
    const flood = await ask(stage, load, { kind: 'flood', server: server.name, window: WINDOW, ms: ms * 0.75 });
    return { ...paced, flooded: flood.deliveriesPerSecond, ownCpu: flood.ownCpu };
  };
  const ms = stage.seconds * 1_000;
  for (const server of [stage.kontor, stage.bare]) await round(server, Math.min(WARM_UP_MS, ms))();
  const pairs = await interleaved(stage.rounds, round(stage.kontor, ms), round(stage.bare, ms));
  await ask(stage, load, { kind: 'leave' });
  await load.stop();
  printEvents(scenario, pairs);
  const p50Ratio = middle(pairs, ({ ours, theirs }) => ours.p50 / theirs.p50);
  const p99Ratio = middle(pairs, ({ ours, theirs }) => ours.p99 / theirs.p99);
  if (scenario === 'events100') return { p50Ratio, p99Ratio };
  return { p50Ratio, p99Ratio, throughputRatio: middle(pairs, ({ ours, theirs }) => ours.flooded / theirs.flooded) };
}

function gather(stage: Stage, load: Child, { name, port, origin }: MeasuredServer<'kontor' | 'bare'>, readers: number): Promise<EventMeasurement> {
  const { token } = stage.seeded.people[0]!;
  return ask(stage, load, { kind: 'gather', target: { server: name, port, origin, token }, readers });
}

async function ask({ signal }: Stage, load: Child, message: EventLoad): Promise<EventMeasurement> {
  const measurement = await load.ask<EventMeasurement>(message, signal);
  if (measurement.failure !== undefined) throw new Failure(`Events: ${measurement.failure}`);
  return measurement;
}
