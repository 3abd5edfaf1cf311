import type { QueryRunner } from 'typeorm';

/** The tenant of the transaction. After a transaction the setting is `''`, not null; inside `(SELECT …)` it is read once a query. */
export const TENANT = `(SELECT nullif(current_setting('kontor.tenant', true), '')::uuid)`;
/** The person of the transaction. */
export const PERSON = `(SELECT nullif(current_setting('kontor.user', true), '')::uuid)`;

/** The column of every tenant table: filled from the transaction's tenant, so that no feature ever writes it. */
export const TENANT_COLUMN = `tenant_id uuid NOT NULL DEFAULT nullif(current_setting('kontor.tenant', true), '')::uuid
  REFERENCES tenants (id) ON DELETE RESTRICT`;

/**
 * Closes a table: row-level security enabled and forced, and a policy for migrations (under FORCE the owner, too, sees
 * nothing without one).
 */
export async function closeTable(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await runner.query(`CREATE POLICY owner_all ON ${table} TO kontor_owner USING (true) WITH CHECK (true)`);
}

/** Closes a tenant table and opens the rows of the transaction's tenant to the app, for the commands in `grants`. */
export async function openToTenant(runner: QueryRunner, table: string, grants: string): Promise<void> {
  await closeTable(runner, table);
  await runner.query(
    `CREATE POLICY tenant_rows ON ${table} TO kontor_app USING (tenant_id = ${TENANT}) WITH CHECK (tenant_id = ${TENANT})`,
  );
  await runner.query(`GRANT ${grants} ON ${table} TO kontor_app`);
}

/** Opens all rows of a table to `role` for `command`: to the gate functions or to the relay, never to the app. */
export async function openToRole(runner: QueryRunner, table: string, role: string, command: string): Promise<void> {
  const check = command === 'INSERT' ? 'WITH CHECK (true)' : 'USING (true)';
  await runner.query(
    `CREATE POLICY ${role}_${command.toLowerCase()} ON ${table} FOR ${command} TO ${role} ${check}`,
  );
  await runner.query(`GRANT ${command} ON ${table} TO ${role}`);
}

/** Runs statements one after the other. */
export async function run(runner: QueryRunner, ...statements: string[]): Promise<void> {
  for (const statement of statements) await runner.query(statement);
}
