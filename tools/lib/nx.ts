import { Failure } from './failure.ts';
import { installedProgram } from './installed-program.ts';
import { runNode } from './run-program.ts';

/** No daemon, cloud, full-screen view or usage report, whatever the user's own settings are. */
export const nxEnvironment = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NEXT_TELEMETRY_DISABLED: '1',
  // Inherited from whoever runs the tools, it would change what is built.
  NODE_ENV: undefined,
};

/** Builds what has changed since the last time; silent unless it fails. */
export async function buildAll(projects: string[], signal?: AbortSignal): Promise<void> {
  const args = ['run-many', '-t', 'build', '-p', projects.join(','), '--output-style=static'];
  const env = { ...process.env, ...nxEnvironment };
  const { code, output } = await runNode(installedProgram('nx'), args, { env, signal });
  if (code !== 0 && !signal?.aborted) {
    process.stderr.write(output);
    throw new Failure('The build failed: its output is above.');
  }
}
