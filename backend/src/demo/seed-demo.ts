import { Client } from 'pg';
import { hashPassword } from '../platform/access/passwords.ts';
import { connectionConfig } from '../platform/database/pool.ts';
import { DEMO_PASSWORD, demoTenants } from './demo-tenants.ts';
import type { DemoTenant } from './demo-types.ts';
import { demoRows } from './demo-rows.ts';
import type { Rows } from './demo-rows.ts';
import { seedFiles } from './seed-files.ts';

/** In the order in which the tables refer to each other. */
const TABLES = [
  'memberships',
  'ticket_fields',
  'ticket_views',
  'teams',
  'team_members',
  'companies',
  'company_terms',
  'contacts',
  'contact_addresses',
  'contact_terms',
  'ticket_counters',
  'tickets',
  'ticket_tags',
  'ticket_messages',
  'ticket_changes',
  'ticket_followers',
  'canned_answers',
  'notifications',
  'operations',
  'operation_items',
] as const;

/**
 * Writes the demo tenants as they stand at `now`, as `kontor_owner`, each in one transaction; a tenant that is there
 * already is left alone. Events are not seeded: their counters begin at 0.
 * @returns the names of the tenants that were written
 */
export async function seedDemo(ownerUrl: string, filesFolder: string, now: Date): Promise<string[]> {
  const client = new Client(connectionConfig(ownerUrl));
  await client.connect();
  try {
    const written: string[] = [];
    for (const tenant of demoTenants(now)) {
      if (await seedTenant(client, tenant, filesFolder, now)) written.push(tenant.name);
    }
    if (written.length > 0) await client.query(`ANALYZE users, sessions, ${TABLES.join(', ')}`);
    return written;
  } finally {
    await client.end();
  }
}

async function seedTenant(client: Client, tenant: DemoTenant, filesFolder: string, now: Date): Promise<boolean> {
  await client.query('BEGIN');
  try {
    // Two seedings at once: the second waits and then finds everything there.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('kontor demo'))`);
    const { slug, name, locale, timeZone } = tenant;
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO tenants (slug, name, locale, time_zone) VALUES ($1, $2, $3, $4)
       ON CONFLICT (slug) DO NOTHING RETURNING id`,
      [slug, name, locale, timeZone],
    );
    const tenantId = rows[0]?.id;
    if (tenantId) {
      const userIds = await seedPeople(client, tenant);
      await insertAll(client, demoRows(tenant, { tenantId, userIds, now }));
      await seedFiles(client, filesFolder, { id: tenantId, slug, userIds });
    }
    await client.query('COMMIT');
    return tenantId !== undefined;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** People may be there from another tenant; their password stays. Returns user ids by the members' keys. */
async function seedPeople(client: Client, { members }: DemoTenant): Promise<Map<string, string>> {
  const hashes = await Promise.all(members.map(() => hashPassword(DEMO_PASSWORD)));
  const ids = new Map<string, string>();
  for (const [index, { key, email, name, locale, timeZone }] of members.entries()) {
    await client.query(
      `INSERT INTO users (email, name, locale, time_zone) VALUES ($1, $2, $3, $4) ON CONFLICT (email) DO NOTHING`,
      [email, name, locale, timeZone],
    );
    const { rows } = await client.query<{ id: string }>(
      `WITH person AS (SELECT id FROM users WHERE email = $1),
         credential AS (INSERT INTO credentials (user_id, password_hash) SELECT id, $2 FROM person
           ON CONFLICT (user_id) DO NOTHING)
       SELECT id FROM person`,
      [email, hashes[index]],
    );
    if (rows[0]) ids.set(key, rows[0].id);
  }
  return ids;
}

async function insertAll(client: Client, rows: Rows): Promise<void> {
  for (const table of TABLES) {
    const first = rows[table][0];
    if (!first) continue;
    const columns = Object.keys(first).join(', ');
    await client.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(rows[table])],
    );
  }
}
