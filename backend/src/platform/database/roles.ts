import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export interface RolePasswords {
  owner: string;
  app: string;
  system: string;
}

/**
 * Creates Kontor's four roles and the database that `kontor_owner` owns, as a superuser; running it again only sets the
 * passwords. `kontor_gate` owns the functions that run before a tenant is known; the owner may hand functions to it
 * (SET) without sharing its policies (INHERIT FALSE).
 */
export async function createRoles(
  superuserUrl: string,
  { database, passwords }: { database: string; passwords: RolePasswords },
): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const [role, password] of Object.entries<string>({ ...passwords })) {
      await ensureRole(client, `kontor_${role}`);
      await client.query(
        `ALTER ROLE kontor_${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE PASSWORD ${escapeLiteral(password)}`,
      );
    }
    await ensureRole(client, 'kontor_gate');
    await client.query('ALTER ROLE kontor_gate NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE');
    await client.query('GRANT kontor_gate TO kontor_owner WITH INHERIT FALSE, SET TRUE');
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${escapeIdentifier(database)} OWNER kontor_owner ENCODING 'UTF8' TEMPLATE template0`);
    }
    // Nobody needs temporary objects, and a function that runs for another role must never meet one.
    await client.query(`REVOKE TEMPORARY ON DATABASE ${escapeIdentifier(database)} FROM PUBLIC`);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, role: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (found.rowCount === 0) await client.query(`CREATE ROLE ${role}`);
}
