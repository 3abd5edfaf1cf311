import { join } from 'node:path';

import { installedProgram } from '../installed-program.ts';
import { nxEnvironment } from '../nx.ts';
import { runNode, type ProgramResult } from '../run-program.ts';
import { inWorkspace } from '../workspace.ts';
import { scratchEnvironment } from './scratch.ts';
import { readJestCounts, readPlaywrightCounts, type Counts } from './summary.ts';

export interface StepContext {
  /** Where the step's temporary files go. */
  scratch: string;
  /** Arguments for the step's own program. */
  rest: string[];
  signal: AbortSignal;
}

export interface Step {
  name: string;
  about: string;
  run(context: StepContext): Promise<{ code: number; counts?: Counts | undefined }>;
}

/** All but what Next generates. */
const SOURCES = ['backend', 'frontend/src', 'frontend/server', 'frontend/server.ts', 'frontend/test', 'libs', 'tools'];

/** From quick to slow; each is worth running only when those before it hold. */
export const steps: Step[] = [
  {
    name: 'types',
    about: 'TypeScript, per workspace and for the tools',
    run: (context) => inTurn(() => nx('types', context), () => program('typescript', 'tsc', ['-p', 'tools'], context)),
  },
  {
    name: 'lint',
    about: 'ESLint',
    run: (context) => inTurn(() => nx('lint', context), () => program('eslint', 'eslint', ['tools'], context)),
  },
  {
    name: 'boundaries',
    about: 'who may import whom',
    run: (context) => program('dependency-cruiser', 'depcruise', SOURCES, context),
  },
  {
    name: 'dead-code',
    about: 'exports, files and dependencies that nobody uses',
    run: (context) => program('knip', 'knip', [], context),
  },
  { name: 'jest', about: 'unit specs, journeys and invariants on a real PostgreSQL', run: (context) => jest('backend/jest.config.js', context) },
  { name: 'build', about: 'the production build', run: (context) => nx('build', context) },
  { name: 'browser', about: 'journeys through the production build in a real browser', run: playwright },
];

export const faults: Step = { name: 'faults', about: 'all processes, killed in turn under load', run: (context) => jest('backend/jest.faults.config.js', context, { KONTOR_FAULTS: '1' }) };

async function jest(config: string, context: StepContext, own: NodeJS.ProcessEnv = {}): Promise<{ code: number; counts: Counts | undefined }> {
  const report = join(context.scratch, 'jest.json');
  const args = [`--config=${config}`, '--json', `--outputFile=${report}`, ...context.rest];
  const env = { ...scratchEnvironment(context.scratch), NODE_OPTIONS: '--experimental-vm-modules --no-warnings', ...own };
  const { code } = await program('jest', 'jest', args, context, env);
  return { code, counts: readJestCounts(report) };
}

async function playwright(context: StepContext): Promise<{ code: number; counts: Counts | undefined }> {
  const report = join(context.scratch, 'playwright.json');
  const env = { ...scratchEnvironment(context.scratch), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const args = ['test', '--reporter=list,json', ...context.rest];
  const { code } = await program('@playwright/test', 'playwright', args, context, env, inWorkspace('frontend'));
  return { code, counts: readPlaywrightCounts(report) };
}

function nx(target: string, context: StepContext): Promise<ProgramResult> {
  const args = ['run-many', '-t', target, '--output-style=static'];
  return program('nx', 'nx', args, context, nxEnvironment);
}

function program(
  name: string,
  command: string,
  args: string[],
  { signal }: StepContext,
  env: Record<string, string | undefined> = {},
  cwd = inWorkspace(),
): Promise<ProgramResult> {
  return runNode(installedProgram(name, command), args, { env: { ...process.env, ...env }, cwd, signal, live: true });
}

async function inTurn(...parts: (() => Promise<ProgramResult>)[]): Promise<{ code: number }> {
  for (const part of parts) {
    const { code } = await part();
    if (code !== 0) return { code };
  }
  return { code: 0 };
}
