import { commandEnvironment, type Environment } from './child-environment.ts';
import { openDatabase } from './local-database.ts';
import { buildAll } from './nx.ts';
import { readSettings } from './settings.ts';
import { lockUnlessRunning } from './start-lock.ts';

/** Builds the backend and runs `command` beside the database, which is started for it where it does not run. */
export async function runOnDatabase(command: (env: Environment) => Promise<number>): Promise<number> {
  const settings = readSettings();
  const lock = settings.databases ? undefined : await lockUnlessRunning(settings.dataDir);
  try {
    await buildAll(['@kontor/backend']);
    const database = await openDatabase(settings);
    try {
      return await command(commandEnvironment(settings, database.urls));
    } finally {
      // A server that `npm start` uses stays; one that was started for this command goes.
      if (lock) await database.stop();
    }
  } finally {
    await lock?.release();
  }
}
