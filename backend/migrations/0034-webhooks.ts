import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGateFunctions, dropGateFunctions } from './gate-functions.ts';
import { createJobQueues, dropJobQueues } from './job-queues.ts';
import { openToRole, openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/** Tenants of which events were committed that their endpoints have not been given yet. */
const FUNCTIONS = {
  'webhooks_behind()': `RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT DISTINCT w.tenant_id FROM public.webhook_cursors w
      JOIN public.event_counters c ON c.tenant_id = w.tenant_id AND c.channel = w.channel WHERE c.seq > w.seq LIMIT 100 $$`,
};

const QUEUES = ['webhook-send', 'webhook-replay', 'webhook-forget'];

/** Where events are sent to, each event on its way there, and each attempt. */
export class Webhooks1763600000034 implements MigrationInterface {
  name = 'Webhooks1763600000034';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE webhook_endpoints (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        url text NOT NULL,
        description text NOT NULL,
        types text[] NOT NULL,
        owner_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled', 'removed')),
        disabled_reason text CHECK (disabled_reason IN ('member', 'departed', 'gone', 'failing')),
        secret bytea NOT NULL,
        previous_secret bytea,
        previous_until timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, owner_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT,
        CHECK ((state = 'disabled') = (disabled_reason IS NOT NULL))
      )`,
      `CREATE INDEX webhook_endpoints_by_age ON webhook_endpoints (tenant_id, created_at, id)`,
      `CREATE TABLE webhook_deliveries (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        endpoint_id uuid NOT NULL,
        event_id uuid,
        channel text,
        seq bigint,
        type text NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        tries integer NOT NULL DEFAULT 0,
        next_at timestamptz,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints (tenant_id, id) ON DELETE RESTRICT,
        CHECK ((state = 'waiting') = (next_at IS NOT NULL))
      )`,
      // An event is on its way to an endpoint once, however often it is given out.
      `CREATE UNIQUE INDEX webhook_deliveries_once ON webhook_deliveries (tenant_id, endpoint_id, event_id)`,
      `CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (tenant_id, endpoint_id, created_at, id)`,
      `CREATE INDEX webhook_deliveries_by_state ON webhook_deliveries (tenant_id, endpoint_id, state, created_at, id)`,
      `CREATE INDEX webhook_deliveries_to_forget ON webhook_deliveries (tenant_id, created_at)`,
      `CREATE TABLE webhook_attempts (
        ${TENANT_COLUMN},
        delivery_id uuid NOT NULL,
        number integer NOT NULL,
        at timestamptz NOT NULL,
        milliseconds integer NOT NULL,
        status integer,
        failure text,
        detail text,
        excerpt text,
        PRIMARY KEY (tenant_id, delivery_id, number),
        FOREIGN KEY (tenant_id, delivery_id) REFERENCES webhook_deliveries (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE TABLE webhook_cursors (
        ${TENANT_COLUMN},
        channel text NOT NULL,
        seq bigint NOT NULL,
        PRIMARY KEY (tenant_id, channel)
      ) WITH (fillfactor = 50)`,
    );
    await openToTenant(
      runner,
      'webhook_endpoints',
      `SELECT, INSERT, DELETE, UPDATE (url, description, types, owner_id, state, disabled_reason, secret, previous_secret, previous_until, version)`,
    );
    await openToTenant(runner, 'webhook_deliveries', 'SELECT, INSERT, DELETE, UPDATE (state, attempts, tries, next_at)');
    await openToTenant(runner, 'webhook_attempts', 'SELECT, INSERT, DELETE');
    await openToTenant(runner, 'webhook_cursors', 'SELECT, INSERT, UPDATE (seq)');
    await openToRole(runner, 'webhook_cursors', 'kontor_gate', 'SELECT');
    await openToRole(runner, 'event_counters', 'kontor_gate', 'SELECT');
    await createGateFunctions(runner, FUNCTIONS);
    await createJobQueues(runner, QUEUES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropJobQueues(runner, QUEUES);
    await dropGateFunctions(runner, FUNCTIONS);
    await run(
      runner,
      `REVOKE SELECT ON event_counters FROM kontor_gate`,
      `DROP POLICY kontor_gate_select ON event_counters`,
      `DROP TABLE webhook_cursors, webhook_attempts, webhook_deliveries, webhook_endpoints`,
    );
  }
}
