import { cpus } from 'node:os';
import type { Options } from '../options.ts';
import { CONNECTIONS } from '../scenarios/requests.ts';
import { isMet, TARGETS, type Results } from './targets.ts';

export function printSetting({ rounds, seconds, pipelined, quick }: Options, tickets: number): void {
  console.log(`${tickets} tickets in 20 tenants, ${CONNECTIONS} keep-alive connections, one server process each, ${cpus().length} cores.`);
  console.log(`${rounds} interleaved rounds of ${seconds} s; PostgreSQL with fsync; ratios are Kontor to bare, median (range).`);
  console.log('Kontor: production build, RLS, session proof, validation, logs; limits counted and raised to 10,000,000 a minute.');
  console.log(`Bare: node:http and pg${pipelined ? ' in pipeline mode' : ''}, prepared statements, session cached 10 s, no RLS.`);
  if (quick) console.log('A quick run: its numbers mean nothing.');
}

/** Every target that was measured; true where all are met. */
export function printSummary(results: Results): boolean {
  console.log(`\n${'target'.padEnd(40)} ${'wanted'.padStart(10)} ${'measured'.padStart(9)}`);
  const measured = TARGETS.flatMap((target) => {
    const value = target.value(results);
    return value === undefined ? [] : [{ target, value, met: isMet(target, value) }];
  });
  for (const { target, value, met } of measured) {
    const wanted = target.atLeast === undefined ? `≤ ${target.atMost!.toFixed(2)}` : `≥ ${target.atLeast.toFixed(2)}`;
    console.log(`${target.what.padEnd(40)} ${wanted.padStart(10)} ${value.toFixed(2).padStart(9)}  ${met ? 'pass' : 'MISS'}`);
  }
  return measured.every(({ met }) => met);
}
