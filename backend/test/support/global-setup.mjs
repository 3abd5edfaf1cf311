import { startTestDatabase } from './test-database.ts';

/** One PostgreSQL for the whole run, with a migrated template that every worker copies. */
export default async function globalSetup() {
  globalThis.__KONTOR_DATABASE__ = await startTestDatabase();
  process.env.KONTOR_TEST_SUPERUSER_URL = globalThis.__KONTOR_DATABASE__.superuserUrl;
}
