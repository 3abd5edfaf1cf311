import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.ts';
import { migrate } from '../../src/platform/database/migrations.ts';
import { createRoles } from '../../src/platform/database/roles.ts';

export const PASSWORDS = { owner: 'owner', app: 'app', system: 'system' };
export const TEMPLATE = 'kontor_template';

export interface TestDatabase {
  superuserUrl: string;
  stop: () => Promise<void>;
}

/** A PostgreSQL in a folder of its own that is gone with the run, holding a migrated template database. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kontor-test-'));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  await prepareDatabase(postgres.superuserUrl);
  return {
    superuserUrl: postgres.superuserUrl,
    stop: async () => {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Roles and a migrated database named `TEMPLATE`. */
export async function prepareDatabase(superuserUrl: string): Promise<void> {
  await createRoles(superuserUrl, { database: TEMPLATE, passwords: PASSWORDS });
  await migrate(roleUrl(superuserUrl, 'owner', TEMPLATE));
}

/** The address of `database` for one of Kontor's roles. */
export function roleUrl(superuserUrl: string, role: keyof typeof PASSWORDS, database: string): string {
  const url = new URL(superuserUrl);
  url.username = `kontor_${role}`;
  url.password = PASSWORDS[role];
  url.pathname = `/${database}`;
  return url.href;
}
