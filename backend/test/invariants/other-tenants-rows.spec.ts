import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startApp, type TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
import { furnishedTenant, type Furnished } from '../support/furnished.ts';
import { newTenant } from '../support/people.ts';

let app: TestApp;
let a: Furnished;
let b: { tenantId: string; id: string };
let asApp: Client;
let tables: string[];

beforeAll(async () => {
  app = await startApp();
  a = await furnishedTenant(app);
  b = await (await newTenant(app)).join({ role: 'owner' });
  asApp = new Client({ connectionString: app.database.url('app') });
  await asApp.connect();
  const { rows } = await asApp.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.columns
    JOIN pg_class c ON c.relname = table_name AND c.relkind = 'r' WHERE table_schema = 'public' AND column_name = 'tenant_id'
    UNION SELECT relname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid WHERE attname = 'tenant_id' AND relkind = 'r'`);
  tables = rows.map(({ name }) => name);
});
afterAll(async () => {
  await asApp.end();
  await app.close();
});

/** Runs as the app role under B's setting or none, and takes it back. Refused by privilege counts as nothing seen. */
async function under(tenantId: string | null, text: string, values: unknown[] = []): Promise<{ seen: number; refused: boolean }> {
  await asApp.query('BEGIN');
  try {
    if (tenantId) await asApp.query(`SELECT set_config('kontor.tenant', $1, true), set_config('kontor.user', $2, true)`, [tenantId, b.id]);
    return { seen: (await asApp.query(text, values)).rowCount ?? 0, refused: false };
  } catch (error) {
    const { code } = error as { code: string };
    // 42501: no privilege or a new row against the policy; 428C9, 23502: not even a tenant to write for.
    if (!['42501', '23502', '428C9'].includes(code)) throw error;
    return { seen: 0, refused: true };
  } finally {
    await asApp.query('ROLLBACK');
  }
}

it('sees the rows of A where row-level security is switched off', async () => {
  await asSuperuser(app.database.superuserUrl, (client) => client.query('ALTER TABLE contacts DISABLE ROW LEVEL SECURITY'));
  const { seen } = await under(b.tenantId, 'SELECT 1 FROM contacts WHERE tenant_id = $1', [a.tenant.id]);
  await asSuperuser(app.database.superuserUrl, (client) => client.query('ALTER TABLE contacts ENABLE ROW LEVEL SECURITY'));
  expect(seen).toBeGreaterThan(0);
});

describe('plain SQL as the app role', () => {
  it('has rows of A to look for in every tenant table', async () => {
    expect(tables.length).toBeGreaterThan(10);
    await asSuperuser(app.database.superuserUrl, async (client) => {
      for (const table of tables) {
        const { rowCount } = await client.query(`SELECT 1 FROM ${table} WHERE tenant_id = $1`, [a.tenant.id]);
        expect([table, (rowCount ?? 0) > 0]).toEqual([table, true]);
      }
    });
  });

  it('shows A its rows: the looking itself works', async () => {
    expect((await under(a.tenant.id, 'SELECT 1 FROM tickets')).seen).toBeGreaterThan(0);
  });

  it.each(['B', 'none'])('shows, changes and removes no row of A under the setting of %s', async (who) => {
    const tenantId = who === 'B' ? b.tenantId : null;
    for (const table of tables) {
      for (const text of [`SELECT 1 FROM ${table}`, `UPDATE ${table} SET tenant_id = tenant_id`, `DELETE FROM ${table}`]) {
        const { seen } = await under(tenantId, `${text} WHERE tenant_id = $1`, [a.tenant.id]);
        expect([text, seen]).toEqual([text, 0]);
      }
      if (!tenantId) expect([table, (await under(null, `SELECT 1 FROM ${table}`)).seen]).toEqual([table, 0]);
    }
  });

  it('writes no row into A under the setting of B', async () => {
    for (const table of tables) {
      const { refused } = await under(b.tenantId, `INSERT INTO ${table} (tenant_id) VALUES ($1)`, [a.tenant.id]);
      expect([table, refused]).toEqual([table, true]);
    }
    const moved = await under(b.tenantId, `UPDATE memberships SET tenant_id = $1`, [a.tenant.id]);
    expect(moved.refused).toBe(true);
  });

  it.each([
    ['tenants', 'SELECT 1 FROM tenants WHERE id = $1', () => a.tenant.id],
    ['people', 'SELECT 1 FROM users WHERE id = $1', () => a.agent.id],
    ['passwords', 'SELECT 1 FROM credentials WHERE user_id = $1', () => a.agent.id],
    ['sessions', 'SELECT 1 FROM sessions WHERE user_id = $1', () => a.agent.id],
  ])('shows no %s of A under the setting of B or none', async (_, text, id) => {
    expect((await under(b.tenantId, text, [id()])).seen).toBe(0);
    expect((await under(null, text, [id()])).seen).toBe(0);
  });
});
