import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { DataSource, type EntityMetadata } from 'typeorm';
import { migrate, migrationSource } from '../../src/platform/database/migrations.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { asSuperuser, copyTemplate } from '../support/databases.ts';

interface Column {
  name: string;
  type: string;
  nullable: boolean;
  generated: boolean;
}
const COLUMNS = `SELECT column_name AS name, data_type AS type, is_nullable = 'YES' AS nullable, is_generated = 'ALWAYS' AS generated
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`;
const TYPES: Record<string, string> = { timestamptz: 'timestamp with time zone', int4: 'integer', int: 'integer' };

let app: TestApp;
let client: Client;
beforeAll(async () => {
  app = await startApp();
  client = new Client({ connectionString: app.database.superuserUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await app.close();
});

/** What an entity says that the table does not. The tenant is the database's own: no entity has it. */
async function differences({ tableName, columns }: EntityMetadata): Promise<string[]> {
  const { rows } = await client.query<Column>(COLUMNS, [tableName]);
  const told = new Map(rows.map((row) => [row.name, row]));
  const wrong = columns.flatMap(({ databaseName, type, isNullable, isInsert, isUpdate }) => {
    const column = told.get(databaseName);
    const expected = typeof type === 'string' ? (TYPES[type] ?? type) : 'integer';
    if (column?.type !== expected || column.nullable !== isNullable) return [`${tableName}.${databaseName}`];
    return column.generated && (isInsert || isUpdate) ? [`${tableName}.${databaseName} is generated`] : [];
  });
  const known = columns.map(({ databaseName }) => databaseName);
  const missing = rows.filter(({ name }) => name !== 'tenant_id' && !known.includes(name)).map(({ name }) => `${tableName}.${name} is in no entity`);
  return [...wrong, ...missing, ...(known.includes('tenant_id') ? [`${tableName} writes the tenant`] : [])];
}

describe('entities', () => {
  it('say what the tables are', async () => {
    const entities = app.nest.get(DataSource).entityMetadatas;
    expect(entities.map(({ tableName }) => tableName).sort()).toEqual(['memberships', 'tickets', 'users']);
    expect((await Promise.all(entities.map(differences))).flat()).toEqual([]);
  });

  it('would be found wrong', async () => {
    await client.query(`ALTER TABLE tickets ADD surprise text, ALTER subject DROP NOT NULL, DROP COLUMN preview; ALTER TABLE users ALTER name TYPE varchar`);
    const found = (await Promise.all(app.nest.get(DataSource).entityMetadatas.map(differences))).flat().sort();
    expect(found).toEqual(['tickets.preview', 'tickets.subject', 'tickets.surprise is in no entity', 'users.name']);
  });
});

/** What foreign keys refer to: a table, and the columns of its key. */
const REFERRED = `SELECT DISTINCT c.confrelid::regclass::text AS name,
    (SELECT string_agg(format('%I = NULL::%s', a.attname, format_type(a.atttypid, a.atttypmod)), ' AND ' ORDER BY a.attnum)
      FROM pg_attribute a WHERE a.attrelid = c.confrelid AND a.attnum = ANY (c.confkey)) AS key
  FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`;

describe('a foreign key', () => {
  it('is checked by the key it refers to, also where nothing was ever analysed: connections keep that plan', async () => {
    const { rows: keys } = await client.query<{ name: string; key: string }>(REFERRED);
    const plans = await Promise.all(
      keys.map(async ({ name, key }) => {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN) SELECT 1 FROM ONLY ${name} WHERE ${parameters(key)} FOR KEY SHARE`);
        return { name, plan: rows.map((row) => row['QUERY PLAN']).join('\n') };
      }),
    );
    expect(plans.length).toBeGreaterThan(8);
    expect(plans.filter(({ plan }) => /Filter:/.test(plan))).toEqual([]);
  });
});

/** The values as parameters, whose plan is made for any value. */
function parameters(key: string): string {
  let place = 0;
  return key.replace(/NULL::/g, () => `$${(place += 1)}::`);
}

/** Everything in the database that Kontor made, as text. */
const SHAPE = `SELECT string_agg(line, E'\\n' ORDER BY line) AS shape FROM (
  SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) AS line FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations'
  UNION ALL SELECT format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 'migrations'::regclass
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations'
  UNION ALL SELECT format('%s %s %s %s %s %s', tablename, policyname, cmd, roles, qual, with_check) FROM pg_policies
  UNION ALL SELECT format('%s %s', oid::regclass, relacl) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migrations'
  UNION ALL SELECT format('%s %s %s', pg_get_functiondef(oid), proacl, proowner::regrole) FROM pg_proc WHERE pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname = 'gate')) AS lines`;

describe('migrations', () => {
  it('go up, all the way down to nothing, and up to the same again', async () => {
    const database = await copyTemplate();
    const shape = () => asSuperuser(database.superuserUrl, async (superuser) => (await superuser.query<{ shape: string }>(SHAPE)).rows[0]!.shape);
    const before = await shape();
    const source = await (await migrationSource(database.url('owner'))).initialize();
    for (let left = source.migrations.length; left > 0; left -= 1) await source.undoLastMigration();
    await source.destroy();
    expect(await shape()).toBeNull();
    expect((await migrate(database.url('owner'))).length).toBeGreaterThan(4);
    expect(await shape()).toBe(before);
    expect(await migrate(database.url('owner'))).toEqual([]);
    await database.drop();
  });
});
