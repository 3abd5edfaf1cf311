import type { MigrationInterface, QueryRunner } from 'typeorm';
import { closeTable, run, TENANT } from './row-level-security.ts';

/** Only the rows of the transaction's tenant; in a transaction without one, only those that belong to none. */
const OWN = `tenant_id IS NOT DISTINCT FROM ${TENANT}`;

/**
 * Token buckets that outlive a process: a row keeps when its bucket is full again. What visitors do is counted before any
 * tenant is known, so a row may belong to none.
 */
export class Quotas1763600000032 implements MigrationInterface {
  name = 'Quotas1763600000032';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE quotas (
        tenant_id uuid DEFAULT nullif(current_setting('kontor.tenant', true), '')::uuid REFERENCES tenants (id) ON DELETE RESTRICT,
        name text NOT NULL,
        subject text NOT NULL,
        full_at timestamptz NOT NULL,
        UNIQUE NULLS NOT DISTINCT (tenant_id, name, subject)
      )`,
      `CREATE INDEX quotas_of_visitors ON quotas (full_at) WHERE tenant_id IS NULL`,
    );
    await closeTable(runner, 'quotas');
    await run(
      runner,
      `CREATE POLICY own_rows ON quotas TO kontor_app USING (${OWN}) WITH CHECK (${OWN})`,
      `GRANT SELECT, INSERT, UPDATE (full_at), DELETE ON quotas TO kontor_app`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE quotas`);
  }
}
