import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/** The people outside: who asks, orders and eats. */
export class Contacts1763600000004 implements MigrationInterface {
  name = 'Contacts1763600000004';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE contacts (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        email text CHECK (email = lower(email)),
        phone text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        CONSTRAINT contacts_email_taken UNIQUE (tenant_id, email)
      )`,
      `CREATE INDEX contacts_by_name ON contacts (tenant_id, name, id)`,
      `CREATE INDEX contacts_by_creation ON contacts (tenant_id, created_at, id)`,
    );
    await openToTenant(runner, 'contacts', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE contacts`);
  }
}
