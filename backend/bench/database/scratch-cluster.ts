import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.ts';
import { migrate } from '../../src/platform/database/migrations.ts';
import { createRoles } from '../../src/platform/database/roles.ts';
import { openBareRole, openUnruledViews } from './outside-rls.ts';
import { seed, type Seeded } from './seed.ts';

const PASSWORDS = { owner: 'owner', app: 'app', system: 'system' };
const BARE_PASSWORD = 'bare';

/** A PostgreSQL of this run alone, with fsync on and two equal databases: Kontor's and the bare server's. */
export interface ScratchCluster {
  folder: string;
  seeded: Seeded;
  /** For Kontor's backend. */
  urls: { app: string; system: string; unruled: string };
  bareUrl: string;
  stop(): Promise<void>;
}

/** @param keep is told how to clean up as soon as there is something to clean up. */
export async function createCluster(ticketsPerTenant: number, keep: (stop: () => Promise<void>) => void): Promise<ScratchCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-bench-'));
  keep(() => rm(folder, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataDir: folder, durable: true });
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  keep(stop);
  await createRoles(postgres.superuserUrl, { database: 'kontor', passwords: PASSWORDS });
  const url = (role: keyof typeof PASSWORDS) => `postgresql://kontor_${role}:${PASSWORDS[role]}@127.0.0.1:${postgres.port}/kontor`;
  await migrate(url('owner'));
  const superuserUrl = (database: string) => postgres.superuserUrl.replace(/\/postgres$/, `/${database}`);
  const seeded = await asSuperuser(superuserUrl('kontor'), async (client) => {
    await openBareRole(client, BARE_PASSWORD);
    await openUnruledViews(client);
    const people = await seed(client, ticketsPerTenant);
    await client.query('VACUUM (FREEZE, ANALYZE)');
    return people;
  });
  await asSuperuser(superuserUrl('postgres'), async (client) => {
    await client.query('CREATE DATABASE bare TEMPLATE kontor STRATEGY FILE_COPY');
    await client.query('CHECKPOINT');
  });
  const unruled = `${url('app')}?options=${encodeURIComponent('-c timezone=UTC -c search_path=unruled,public')}`;
  const bareUrl = `postgresql://kontor_bare:${BARE_PASSWORD}@127.0.0.1:${postgres.port}/bare`;
  return { folder, seeded, urls: { app: url('app'), system: url('system'), unruled }, bareUrl, stop };
}

async function asSuperuser<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
