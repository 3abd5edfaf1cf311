import { readdir } from 'node:fs/promises';
import { DataSource, type MigrationInterface } from 'typeorm';

/** `backend/migrations`, reached alike from the sources and from the build. Node strips the types. */
const FOLDER = new URL('../../../migrations/', import.meta.url);

type Migration = new () => MigrationInterface;

/** Names of the migration files, in order. */
export async function migrationFiles(): Promise<string[]> {
  return (await readdir(FOLDER)).filter((file) => /^\d{4}-.*\.ts$/.test(file)).sort();
}

async function loadMigrations(): Promise<Migration[]> {
  const modules = await Promise.all((await migrationFiles()).map((file) => import(new URL(file, FOLDER).href) as Promise<object>));
  return modules.flatMap((module) => Object.values(module) as Migration[]);
}

/** A data source of `kontor_owner` for migrations only. The caller initialises and destroys it. */
export async function migrationSource(ownerUrl: string): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: await loadMigrations(),
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
  });
}

/** Runs what has not run yet, one migrator at a time, and returns the names of what ran. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = await (await migrationSource(ownerUrl)).initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext('kontor migrations'))`);
    const ran = await source.runMigrations();
    await lock.query(`GRANT SELECT ON migrations TO kontor_app`);
    return ran.map((migration) => migration.name);
  } finally {
    await lock.release();
    await source.destroy();
  }
}
