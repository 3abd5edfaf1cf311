import { parseArgs } from 'node:util';
import { Failure } from '../../tools/lib/failure.ts';

export const SCENARIOS = ['list', 'create', 'ticket', 'members', 'feed', 'rls', 'search', 'events100', 'events1000', 'pages', 'lighthouse'] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

export interface Options {
  only: ScenarioName[];
  /** Where the ratios go as JSON. */
  json: string | undefined;
  rounds: number;
  /** Seconds that one round of one server is measured. */
  seconds: number;
  ticketsPerTenant: number;
  quick: boolean;
  /** The bare server pipelines its statements as Kontor does. */
  pipelined: boolean;
  /** A folder for the CPU profile of Kontor's process. */
  profile: string | undefined;
}

const FULL = { rounds: 5, seconds: 2, ticketsPerTenant: 5_000 };
/** Shows that everything runs; its numbers mean nothing. */
const QUICK = { rounds: 1, seconds: 0.3, ticketsPerTenant: 200 };

/** @throws Failure for anything that is not an option here. */
export function readOptions(args: string[]): Options {
  const { json, only, rounds, profile, quick = false, 'bare-pipelined': pipelined = false } = parsed(args);
  const size = quick ? QUICK : FULL;
  return {
    ...size,
    rounds: rounds === undefined ? size.rounds : whole(rounds),
    only: only === undefined ? [...SCENARIOS] : only.split(',').map(scenario),
    json,
    quick,
    pipelined,
    profile,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        json: { type: 'string' },
        only: { type: 'string' },
        rounds: { type: 'string' },
        profile: { type: 'string' },
        quick: { type: 'boolean' },
        'bare-pipelined': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new Failure((error as Error).message);
  }
}

function scenario(name: string): ScenarioName {
  const known = SCENARIOS.find((candidate) => candidate === name);
  if (!known) throw new Failure(`There is no scenario "${name}"; there are ${SCENARIOS.join(', ')}.`);
  return known;
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 25) throw new Failure('--rounds takes a number from 1 to 25.');
  return value;
}
