import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGateFunctions, dropGateFunctions } from './gate-functions.ts';
import { createJobQueues, dropJobQueues } from './job-queues.ts';
import { openToRole, openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/** What proves who sends to a connection. The secrets are encrypted: who reads them here cannot use them. */
const FUNCTIONS = {
  'webhook_connection(connection uuid)': `RETURNS TABLE (tenant_id uuid, provider text, secret bytea, previous_secret bytea, previous_until timestamptz) LANGUAGE sql STABLE AS $$
    SELECT c.tenant_id, c.provider, c.secret, c.previous_secret, c.previous_until FROM public.webhook_connections c WHERE c.id = connection AND c.state = 'active' $$`,
};

const QUEUES = ['webhook-receive'];

/** From whom webhooks are taken, what came, and which ticket each of their threads is. */
export class WebhookConnections1763600000035 implements MigrationInterface {
  name = 'WebhookConnections1763600000035';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE webhook_connections (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        provider text NOT NULL,
        name text NOT NULL,
        owner_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled', 'removed')),
        secret bytea NOT NULL,
        previous_secret bytea,
        previous_until timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, owner_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX webhook_connections_by_age ON webhook_connections (tenant_id, created_at, id)`,
      // For the gate function, which knows no tenant.
      `CREATE INDEX webhook_connections_by_id ON webhook_connections (id)`,
      `CREATE TABLE webhook_receipts (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        connection_id uuid NOT NULL,
        message_id text NOT NULL,
        body bytea NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'refused')),
        ticket_id uuid,
        problem text,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, connection_id) REFERENCES webhook_connections (tenant_id, id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT
      )`,
      // What is sent again is taken once.
      `CREATE UNIQUE INDEX webhook_receipts_once ON webhook_receipts (tenant_id, connection_id, message_id)`,
      `CREATE INDEX webhook_receipts_by_age ON webhook_receipts (tenant_id, connection_id, received_at, id)`,
      `CREATE TABLE webhook_threads (
        ${TENANT_COLUMN},
        connection_id uuid NOT NULL,
        thread text NOT NULL,
        ticket_id uuid NOT NULL,
        PRIMARY KEY (tenant_id, connection_id, thread),
        FOREIGN KEY (tenant_id, connection_id) REFERENCES webhook_connections (tenant_id, id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT
      )`,
    );
    await openToTenant(runner, 'webhook_connections', 'SELECT, INSERT, UPDATE (name, owner_id, state, secret, previous_secret, previous_until, version)');
    await openToTenant(runner, 'webhook_receipts', 'SELECT, INSERT, DELETE, UPDATE (state, ticket_id, problem)');
    await openToTenant(runner, 'webhook_threads', 'SELECT, INSERT, UPDATE (ticket_id)');
    await openToRole(runner, 'webhook_connections', 'kontor_gate', 'SELECT');
    await createGateFunctions(runner, FUNCTIONS);
    await createJobQueues(runner, QUEUES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropJobQueues(runner, QUEUES);
    await dropGateFunctions(runner, FUNCTIONS);
    await runner.query(`DROP TABLE webhook_threads, webhook_receipts, webhook_connections`);
  }
}
