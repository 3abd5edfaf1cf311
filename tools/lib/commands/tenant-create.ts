import { commandEnvironment } from '../child-environment.ts';
import { openDatabase, type LocalDatabase } from '../local-database.ts';
import { buildAll } from '../nx.ts';
import { backendCommand } from '../prepare-database.ts';
import { runNode } from '../run-program.ts';
import { readSettings, type LocalSettings } from '../settings.ts';
import { lockUnlessRunning } from '../start-lock.ts';

/** `npm run tenant:create -- --name … --owner-email …`: prints the single-use link for the first owner. */
export async function run(): Promise<number> {
  const settings = readSettings();
  const lock = settings.databases ? undefined : await lockUnlessRunning(settings.dataDir);
  try {
    await buildAll(['@kontor/backend']);
    const database = await openDatabase(settings);
    try {
      return await createTenant(settings, database);
    } finally {
      // A server that `npm start` uses stays; one that was started for this command goes.
      if (lock) await database.stop();
    }
  } finally {
    await lock?.release();
  }
}

async function createTenant(settings: LocalSettings, database: LocalDatabase): Promise<number> {
  const env = commandEnvironment(settings, database.urls);
  const migrated = await runNode(backendCommand('migrate'), [], { env });
  if (migrated.code !== 0) {
    process.stderr.write(migrated.output);
    return migrated.code;
  }
  const { code } = await runNode(backendCommand('tenant-create'), process.argv.slice(2), { env, live: true });
  return code;
}
