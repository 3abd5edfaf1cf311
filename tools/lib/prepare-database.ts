import { commandEnvironment } from './child-environment.ts';
import { Failure } from './failure.ts';
import type { LocalDatabase } from './local-database.ts';
import { runNode } from './run-program.ts';
import type { LocalSettings } from './settings.ts';
import type { StopRequest } from './stop-request.ts';
import { inWorkspace } from './workspace.ts';

/** Migrations always; demo tenants where they are wanted, once, which the command itself sees to. */
export async function prepareDatabase(
  settings: LocalSettings,
  database: LocalDatabase,
  stop: StopRequest,
): Promise<void> {
  const env = commandEnvironment(settings, database.urls);
  for (const command of settings.demo ? ['migrate', 'seed-demo'] : ['migrate']) {
    if (stop.stopping()) return;
    const { code, output } = await runNode(backendCommand(command), [], { env, signal: stop.signal });
    if (code !== 0 && !stop.stopping()) throw new Failure(`${command} failed: ${output.trim()}`);
  }
}

/** One of the backend's commands, as built. */
export function backendCommand(name: string): string {
  return inWorkspace('backend', 'dist', 'commands', `${name}.js`);
}
