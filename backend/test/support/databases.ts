import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { type PASSWORDS, roleUrl, TEMPLATE } from './test-database.ts';

/** Addresses of one test file's own database. */
export interface Database {
  name: string;
  url: (role: keyof typeof PASSWORDS) => string;
  superuserUrl: string;
  drop: () => Promise<void>;
}

/** Copies the migrated template. Each app of a test has a database of its own, since one relay leads in each. */
export async function copyTemplate(): Promise<Database> {
  const superuserUrl = process.env['KONTOR_TEST_SUPERUSER_URL']!;
  const name = `kontor_${randomBytes(6).toString('hex')}`;
  await asSuperuser(superuserUrl, async (client) => {
    // Two copies at once would find the template in use.
    await client.query(`SELECT pg_advisory_lock(hashtext('template'))`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER kontor_owner`);
  });
  return {
    name,
    url: (role) => roleUrl(superuserUrl, role, name),
    superuserUrl: superuserUrl.replace(/\/[^/]*$/, `/${name}`),
    drop: () => asSuperuser(superuserUrl, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

export async function asSuperuser<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
