import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { copyTemplate, type Database } from '../support/databases.ts';

/** Everything else belongs to a tenant. Whoever adds to this list has to say why it needs no tenant. */
const GLOBAL = ['credentials', 'instance', 'migrations', 'outside_audit_entries', 'password_resets', 'quotas', 'realtime_tokens', 'recovery_codes', 'second_factors', 'sessions', 'sign_in_challenges', 'tenants', 'users'];
/** Outside `public` there are only the tables of pg-boss. What the app reaches there, and by which command. */
const OUTSIDE = ['pgboss.job_common INSERT', 'pgboss.queue SELECT', 'pgboss.version SELECT'];
const REACHED_OUTSIDE = `
  SELECT c.oid::regclass || ' ' || command AS reached FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  CROSS JOIN unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) AS command
  WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname NOT IN ('public', 'pg_catalog', 'information_schema')
    AND (has_table_privilege('kontor_app', c.oid, command)
      OR command = 'INSERT' AND has_any_column_privilege('kontor_app', c.oid, 'INSERT'))
  ORDER BY 1`;
/** Unique across tenants on purpose: secrets by which a tenant is found. */
const UNIQUE_ACROSS_TENANTS = ['invitations_token_hash_key'];

const FINDINGS = {
  'tenant tables without forced row-level security': `
    SELECT relname FROM tenant_tables WHERE NOT (relrowsecurity AND relforcerowsecurity)`,
  'global tables without forced row-level security': `
    SELECT relname FROM pg_class WHERE relname = ANY($1) AND relname <> 'migrations' AND relkind = 'r' AND NOT (relrowsecurity AND relforcerowsecurity)`,
  'tenant tables that leave the tenant open': `
    SELECT relname FROM tenant_tables t WHERE NOT EXISTS (
      SELECT 1 FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'tenant_id' AND a.attnotnull)`,
  'policies that do not name their role': `
    SELECT tablename || '.' || policyname FROM pg_policies WHERE schemaname = 'public' AND roles = '{public}'`,
  'app policies on tenant tables that do not hold to the tenant': `
    SELECT p.tablename || '.' || p.policyname FROM pg_policies p JOIN tenant_tables t ON t.relname = p.tablename
    WHERE 'kontor_app' = ANY(p.roles) AND (coalesce(p.qual, p.with_check) NOT LIKE '(tenant_id = ( SELECT%kontor.tenant%'
      OR coalesce(p.with_check, p.qual) NOT LIKE '(tenant_id = ( SELECT%kontor.tenant%')`,
  'tenant tables that the app may change without a policy': `
    SELECT t.relname FROM tenant_tables t WHERE has_table_privilege('kontor_app', t.oid, 'SELECT, INSERT, UPDATE, DELETE')
      AND NOT EXISTS (SELECT 1 FROM pg_policies p WHERE p.tablename = t.relname AND 'kontor_app' = ANY(p.roles))`,
  'tables that the app may empty or reference': `
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND has_table_privilege('kontor_app', oid, 'TRUNCATE, REFERENCES, TRIGGER')`,
  'tenant tables without an index that the tenant leads': `
    SELECT relname FROM tenant_tables t WHERE NOT EXISTS (
      SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
      WHERE i.indrelid = t.oid AND a.attname = 'tenant_id')`,
  'keys of tenant tables that the tenant does not lead': `
    SELECT i.indexrelid::regclass::text FROM pg_index i JOIN tenant_tables t ON t.oid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
    WHERE (i.indisprimary OR i.indisunique) AND a.attname <> 'tenant_id' AND i.indexrelid::regclass::text <> ALL($2)`,
  'foreign keys to tenant tables without the tenant': `
    SELECT f.conname FROM pg_constraint f JOIN tenant_tables t ON t.oid = f.confrelid
      JOIN pg_attribute target ON target.attrelid = f.confrelid AND target.attname = 'tenant_id'
    WHERE f.contype = 'f' AND NOT EXISTS (
      SELECT 1 FROM unnest(f.conkey, f.confkey) AS pair (ours, theirs) JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = pair.ours
      WHERE a.attname = 'tenant_id' AND pair.theirs = target.attnum)`,
  'foreign keys that delete or null along': `
    SELECT conname FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND confdeltype <> 'r'`,
  'views and functions outside the gate': `
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
    UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
};

let database: Database;
let owner: Client;

async function findings(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const tables = `WITH tenant_tables AS (SELECT oid, relname, relrowsecurity, relforcerowsecurity FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> ALL($1)), settings AS (SELECT $2::text[])`;
  for (const [name, query] of Object.entries(FINDINGS)) {
    const { rows } = await owner.query<string[]>({ text: `${tables} ${query}`, values: [GLOBAL, UNIQUE_ACROSS_TENANTS], rowMode: 'array' });
    found[name] = rows.map(([text]) => text!);
  }
  return found;
}

beforeAll(async () => {
  database = await copyTemplate();
  owner = new Client({ connectionString: database.superuserUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

describe('row-level security in the catalogue', () => {
  it.each(Object.keys(FINDINGS))('has no %s', async (name) => {
    expect((await findings())[name]).toEqual([]);
  });

  it('knows each global table', async () => {
    const { rows } = await owner.query<{ relname: string }>(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`);
    expect(rows.map(({ relname }) => relname)).toEqual(expect.arrayContaining(GLOBAL));
  });

  it('lets the app reach jobs only as far as it sends them', async () => {
    const { rows } = await owner.query<{ reached: string }>(REACHED_OUTSIDE);
    expect(rows.map(({ reached }) => reached)).toEqual(OUTSIDE);
  });

  it('would be found broken', async () => {
    await owner.query(`BEGIN;
      CREATE TABLE rogue (id uuid PRIMARY KEY, tenant_id uuid, ticket_id uuid);
      GRANT SELECT, TRUNCATE ON rogue TO kontor_app;
      CREATE TABLE loose (tenant_id uuid NOT NULL PRIMARY KEY, user_id uuid UNIQUE, requester uuid);
      ALTER TABLE loose ENABLE ROW LEVEL SECURITY; ALTER TABLE loose FORCE ROW LEVEL SECURITY;
      CREATE POLICY wide ON loose USING (true);
      CREATE POLICY wider ON loose TO kontor_app USING (tenant_id IS NOT NULL);
      ALTER TABLE contacts ADD UNIQUE (id);
      ALTER TABLE loose ADD CONSTRAINT loose_requester FOREIGN KEY (requester) REFERENCES contacts (id) ON DELETE CASCADE;
      ALTER TABLE sessions NO FORCE ROW LEVEL SECURITY;
      CREATE VIEW everything AS SELECT * FROM tickets`);
    const red = await findings();
    await owner.query('ROLLBACK');
    expect(Object.values(red).filter((names) => names.length === 0)).toEqual([]);
  });
});
