import { commandEnvironment } from './child-environment.ts';
import { Failure } from './failure.ts';
import type { LocalDatabase } from './local-database.ts';
import { runNode } from './run-program.ts';
import type { LocalSettings } from './settings.ts';
import type { StopRequest } from './stop-request.ts';
import { inWorkspace } from './workspace.ts';

/** Migrations always, demo tenants (once, the command sees to that) only where the database is our own. */
export async function prepareDatabase(
  settings: LocalSettings,
  database: LocalDatabase,
  stop: StopRequest,
): Promise<void> {
  const env = commandEnvironment(settings, database.urls);
  for (const command of database.embedded ? ['migrate', 'seed-demo'] : ['migrate']) {
    if (stop.stopping()) return;
    const { code, output } = await runNode(backendCommand(command), [], { env, signal: stop.signal });
    if (code !== 0 && !stop.stopping()) throw new Failure(`${command} failed: ${output.trim()}`);
  }
}

/** One of the backend's commands, as built. */
export function backendCommand(name: string): string {
  return inWorkspace('backend', 'dist', 'commands', `${name}.js`);
}
