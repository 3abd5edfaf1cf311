import { connectionProblem } from '../../backend/src/platform/database/connection-problem.ts';
import { startEmbeddedPostgres } from '../../backend/src/platform/database/embedded-postgres.ts';
import { localSecret } from '../../backend/src/platform/database/local-secrets.ts';
import { createRoles } from '../../backend/src/platform/database/roles.ts';
import { Failure, messageOf } from './failure.ts';
import type { DatabaseUrls, LocalSettings } from './settings.ts';

const DATABASE = 'kontor';

export interface LocalDatabase {
  urls: DatabaseUrls;
  stop(): Promise<void>;
}

/** The configured database, once each of its three addresses has answered, or the embedded one with its roles. */
export async function openDatabase(settings: LocalSettings): Promise<LocalDatabase> {
  if (!settings.databases) return openEmbedded(settings.dataDir);
  await requireReachable('DATABASE_URL', settings.databases.app);
  await requireReachable('DATABASE_MIGRATION_URL', settings.databases.owner);
  await requireReachable('DATABASE_SYSTEM_URL', settings.databases.system);
  return { urls: settings.databases, stop: () => Promise.resolve() };
}

async function openEmbedded(dataDir: string): Promise<LocalDatabase> {
  const server = await startEmbeddedPostgres({ dataDir }).catch((error: unknown) => {
    throw new Failure(messageOf(error));
  });
  try {
    const passwords = {
      owner: localSecret(dataDir, 'owner'),
      app: localSecret(dataDir, 'app'),
      system: localSecret(dataDir, 'system'),
    };
    await createRoles(server.superuserUrl, { database: DATABASE, passwords });
    const url = (role: keyof typeof passwords): string =>
      `postgresql://kontor_${role}:${passwords[role]}@127.0.0.1:${server.port}/${DATABASE}`;
    return { urls: { app: url('app'), owner: url('owner'), system: url('system') }, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function requireReachable(setting: string, address: string): Promise<void> {
  const problem = await connectionProblem(address);
  if (problem === undefined) return;
  const { hostname, port } = new URL(address);
  throw new Failure(`${setting} cannot be used: ${hostname}:${port || '5432'} answers "${problem}".`);
}
