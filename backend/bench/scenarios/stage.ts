import { join } from 'node:path';
import type { ScratchCluster } from '../database/scratch-cluster.ts';
import type { Seeded } from '../database/seed.ts';
import type { HttpLoad, HttpMeasurement } from '../load/http-load.ts';
import type { Options } from '../options.ts';
import { Child } from '../processes/child.ts';
import type { Cleanup } from '../processes/cleanup.ts';
import { startBare, startKontor, type Backend, type MeasuredServer, type Start } from '../processes/servers.ts';
import { requireSameAnswers } from './same-answers.ts';

/** Both servers, the data behind them, and a process for the load. */
export interface Stage {
  kontor: Backend;
  bare: MeasuredServer<'bare'>;
  seeded: Seeded;
  rounds: number;
  seconds: number;
  signal: AbortSignal;
  start: Start;
  /** Runs a load in a process of its own. */
  load: (load: HttpLoad) => Promise<HttpMeasurement>;
  /** A process of `load/`, or of another folder, to be stopped at the end. */
  spawn: (file: string, folder?: string) => Child;
  cleanup: Cleanup;
  close: () => Promise<void>;
}

export async function openStage(cluster: ScratchCluster, options: Options, cleanup: Cleanup): Promise<Stage> {
  const { folder, seeded } = cluster;
  const { signal } = cleanup;
  const start: Start = { folder, token: seeded.people[0]!.token, signal };
  const profile = options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`];
  const kontor = await startKontor(cluster.urls, start, 'kontor', profile);
  cleanup.add('kontor', () => kontor.process.stop());
  const bare = await startBare(cluster.bareUrl, start, options.pipelined);
  cleanup.add('bare', () => bare.process.stop());
  await requireSameAnswers(kontor, bare, seeded);
  const spawn = (file: string, of = join(import.meta.dirname, '..', 'load')) => {
    const child = new Child(file, join(of, `${file}.ts`), [], { folder });
    cleanup.add(file, () => child.stop());
    return child;
  };
  const loader = spawn('http-load');
  return {
    kontor,
    bare,
    seeded,
    rounds: options.rounds,
    seconds: options.seconds,
    signal,
    start,
    load: (load) => loader.ask<HttpMeasurement>(load, signal),
    spawn,
    cleanup,
    close: () => cleanup.run(),
  };
}
