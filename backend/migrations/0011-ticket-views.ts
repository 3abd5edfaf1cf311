import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/** Saved views of the tickets: everybody's have no owner. */
export class TicketViews1763600000011 implements MigrationInterface {
  name = 'TicketViews1763600000011';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE ticket_views (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        owner_id uuid,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
        filter jsonb NOT NULL,
        sort text NOT NULL,
        layout text NOT NULL CHECK (layout IN ('list', 'board')),
        place integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        CONSTRAINT ticket_views_name_taken UNIQUE NULLS NOT DISTINCT (tenant_id, owner_id, name),
        FOREIGN KEY (tenant_id, owner_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX ticket_views_by_place ON ticket_views (tenant_id, place, id)`,
    );
    await openToTenant(runner, 'ticket_views', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ticket_views`);
  }
}
