import type { MigrationInterface, QueryRunner } from 'typeorm';
import { closeTable, openToRole, openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/** What happened, numbered without a gap per tenant and channel, and how far the relay has published it. */
export class Events1763600000003 implements MigrationInterface {
  name = 'Events1763600000003';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE event_counters (
        ${TENANT_COLUMN},
        channel text NOT NULL,
        seq bigint NOT NULL,
        PRIMARY KEY (tenant_id, channel)
      ) WITH (fillfactor = 50)`,
      `CREATE TABLE events (
        ${TENANT_COLUMN},
        channel text NOT NULL,
        seq bigint NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        type text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        occurred_at timestamptz NOT NULL DEFAULT now(),
        actor_type text NOT NULL CHECK (actor_type IN ('user', 'contact', 'system')),
        actor_id uuid,
        data jsonb NOT NULL,
        PRIMARY KEY (tenant_id, channel, seq)
      )`,
      `CREATE INDEX events_by_age ON events (occurred_at)`,
      `CREATE TABLE relay_cursors (
        tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE RESTRICT,
        channel text NOT NULL,
        seq bigint NOT NULL,
        PRIMARY KEY (tenant_id, channel)
      ) WITH (fillfactor = 50)`,
    );
    await openToTenant(runner, 'event_counters', 'SELECT, INSERT, UPDATE');
    await openToTenant(runner, 'events', 'SELECT, INSERT');
    await closeTable(runner, 'relay_cursors');
    await openToRole(runner, 'event_counters', 'kontor_system', 'SELECT');
    await openToRole(runner, 'events', 'kontor_system', 'SELECT');
    await openToRole(runner, 'events', 'kontor_system', 'DELETE');
    for (const command of ['SELECT', 'UPDATE']) await openToRole(runner, 'relay_cursors', 'kontor_system', command);
    await openToRole(runner, 'relay_cursors', 'kontor_system', 'INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE relay_cursors, events, event_counters`);
  }
}
