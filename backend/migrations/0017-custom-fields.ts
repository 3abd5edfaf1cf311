import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/**
 * Fields that a tenant adds to its tickets. The values of a ticket stand on its row, where reading it finds them, and
 * once more, typed, in a table of their own, where a filter finds the tickets: comparing jsonb is not leakproof, so
 * that row-level security would keep any index on it from being used.
 */
export class CustomFields1763600000017 implements MigrationInterface {
  name = 'CustomFields1763600000017';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE ticket_fields (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        key text NOT NULL CHECK (key ~ '^[a-z][a-z0-9_]{0,39}$'),
        label text NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
        kind text NOT NULL CHECK (kind IN ('text', 'integer', 'decimal', 'boolean', 'date', 'choice', 'choices')),
        options text[] NOT NULL DEFAULT '{}' CHECK (cardinality(options) <= 50),
        required_to_solve boolean NOT NULL DEFAULT false,
        position integer NOT NULL CHECK (position >= 1),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        CONSTRAINT ticket_fields_key_taken UNIQUE (tenant_id, key)
      )`,
      `CREATE TABLE ticket_field_values (
        ${TENANT_COLUMN},
        field_id uuid NOT NULL,
        ticket_id uuid NOT NULL,
        place smallint NOT NULL DEFAULT 1,
        text_value text CHECK (length(text_value) <= 500),
        date_value date,
        number_value numeric(18, 6),
        PRIMARY KEY (tenant_id, ticket_id, field_id, place),
        CONSTRAINT ticket_field_values_one CHECK (num_nonnulls(text_value, date_value, number_value) = 1),
        FOREIGN KEY (tenant_id, field_id) REFERENCES ticket_fields (tenant_id, id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX ticket_field_values_by_text ON ticket_field_values (tenant_id, field_id, text_value, ticket_id)`,
      `CREATE INDEX ticket_field_values_by_date ON ticket_field_values (tenant_id, field_id, date_value, ticket_id)`,
      `CREATE INDEX ticket_field_values_by_number ON ticket_field_values (tenant_id, field_id, number_value, ticket_id)`,
      `ALTER TABLE tickets ADD fields jsonb NOT NULL DEFAULT '{}'`,
      `ALTER TABLE ticket_changes
        ADD field_id uuid,
        ADD CONSTRAINT ticket_changes_field_id FOREIGN KEY (tenant_id, field_id)
          REFERENCES ticket_fields (tenant_id, id) ON DELETE RESTRICT`,
    );
    await openToTenant(runner, 'ticket_fields', 'SELECT, INSERT, UPDATE');
    await openToTenant(runner, 'ticket_field_values', 'SELECT, INSERT, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `ALTER TABLE ticket_changes DROP COLUMN field_id`,
      `ALTER TABLE tickets DROP COLUMN fields`,
      `DROP TABLE ticket_field_values, ticket_fields`,
    );
  }
}
