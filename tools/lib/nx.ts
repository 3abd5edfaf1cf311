import { createRequire } from 'node:module';

import { Failure } from './failure.ts';
import { runNode } from './run-program.ts';
import { inWorkspace } from './workspace.ts';

const require = createRequire(import.meta.url);

/** Where a package keeps the script of its command, for running it without a shell. */
export function binary(name: string, command = name): string {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest) as { bin: string | Record<string, string> };
  const path = typeof bin === 'string' ? bin : bin[command];
  if (!path) throw new Failure(`${name} has no command ${command}.`);
  return require.resolve(`${name}/package.json`).replace(/package\.json$/, path.replace(/^\.\//, ''));
}

/** No daemon, cloud, full-screen view or usage report, whatever the user's own settings are. */
export const nxEnvironment = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_SKIP_NX_CACHE: undefined,
};

/** Builds what has changed since the last time; silent unless it fails. */
export async function buildAll(projects: string[], signal?: AbortSignal): Promise<void> {
  const args = ['run-many', '-t', 'build', '-p', projects.join(','), '--output-style=static'];
  const env = { ...process.env, ...nxEnvironment, NODE_ENV: undefined };
  const { code, output } = await runNode(binary('nx'), args, { env, signal, cwd: inWorkspace() });
  if (code !== 0 && !signal?.aborted) {
    process.stderr.write(output);
    throw new Failure('The build failed: its output is above.');
  }
}
