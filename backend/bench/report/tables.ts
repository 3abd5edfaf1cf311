import type { EventRound } from '../scenarios/events.ts';
import { middle, type HttpRound, type Pair } from '../scenarios/rounds.ts';

/** One scenario: medians of the rounds, and the ratios' medians with their range. */
export function printHttp(scenario: string, names: [string, string], pairs: Pair<HttpRound>[]): void {
  console.log(`\n${scenario.padEnd(12)} requests/s   p50 ms   p99 ms   CPU µs/request`);
  for (const [name, side] of [[names[0], 'ours'], [names[1], 'theirs']] as const) {
    const of = (value: (round: HttpRound) => number) => middle(pairs, (pair) => value(pair[side]));
    console.log(
      `  ${name.padEnd(10)} ${cell(of((round) => round.perSecond), 10)}${cell(of((round) => round.p50), 9, 1)}` +
        `${cell(of((round) => round.p99), 9, 1)}${cell(of((round) => round.cpu), 17)}`,
    );
  }
  const loadCpu = middle(pairs, ({ ours }) => ours.loadCpu);
  const ratios = `${told(pairs, (round) => round.perSecond)}; CPU ${told(pairs, (round) => round.cpu)}`;
  console.log(`  ratio      ${ratios}; load ${loadCpu.toFixed(0)} µs/request`);
}

export function printEvents(scenario: string, pairs: Pair<EventRound>[]): void {
  console.log(`\n${scenario.padEnd(12)}   p50 ms   p99 ms   deliveries/s`);
  for (const [name, side] of [['Kontor', 'ours'], ['ws', 'theirs']] as const) {
    const of = (value: (round: EventRound) => number) => middle(pairs, (pair) => value(pair[side]));
    console.log(
      `  ${name.padEnd(10)} ${cell(of((round) => round.p50), 8, 2)}${cell(of((round) => round.p99), 9, 2)}` +
        cell(of((round) => round.flooded), 15),
    );
  }
  const loadCpu = middle(pairs, ({ ours }) => ours.ownCpu);
  console.log(
    `  ratio      p50 ${told(pairs, (round) => round.p50)}; p99 ${told(pairs, (round) => round.p99)}; ` +
      `deliveries ${told(pairs, (round) => round.flooded)}; load ${loadCpu.toFixed(1)} µs/delivery`,
  );
}

function told<Round>(pairs: Pair<Round>[], value: (round: Round) => number): string {
  const ratios = pairs.map(({ ours, theirs }) => value(ours) / value(theirs));
  const ratio = middle(pairs, ({ ours, theirs }) => value(ours) / value(theirs));
  return `${ratio.toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
}

function cell(value: number, width: number, digits = 0): string {
  return value.toFixed(digits).padStart(width);
}
