import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/** Tickets with their number, tags, conversation and history. */
export class Tickets1763600000005 implements MigrationInterface {
  name = 'Tickets1763600000005';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE ticket_counters (
        ${TENANT_COLUMN},
        last_number bigint NOT NULL,
        PRIMARY KEY (tenant_id)
      ) WITH (fillfactor = 50)`,
      `CREATE TABLE tickets (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        number bigint NOT NULL,
        subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
        status text NOT NULL DEFAULT 'new'
          CHECK (status IN ('new', 'open', 'pending', 'hold', 'solved', 'closed', 'merged')),
        priority text NOT NULL DEFAULT 'normal' CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
        priority_rank smallint NOT NULL GENERATED ALWAYS AS (
          CASE priority WHEN 'low' THEN 1 WHEN 'normal' THEN 2 WHEN 'high' THEN 3 ELSE 4 END) STORED,
        channel text NOT NULL DEFAULT 'api' CHECK (channel IN ('web', 'api', 'email', 'phone')),
        preview text CHECK (length(preview) <= 160),
        requester_id uuid,
        assignee_id uuid,
        created_by uuid,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        solved_at timestamptz,
        closed_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, number),
        CONSTRAINT tickets_requester FOREIGN KEY (tenant_id, requester_id)
          REFERENCES contacts (tenant_id, id) ON DELETE RESTRICT,
        CONSTRAINT tickets_assignee FOREIGN KEY (tenant_id, assignee_id)
          REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT,
        CONSTRAINT tickets_created_by FOREIGN KEY (tenant_id, created_by)
          REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX tickets_by_creation ON tickets (tenant_id, created_at, id)`,
      `CREATE INDEX tickets_by_update ON tickets (tenant_id, updated_at, id)`,
      `CREATE INDEX tickets_by_priority ON tickets (tenant_id, priority_rank, id)`,
      `CREATE INDEX tickets_by_status ON tickets (tenant_id, status, created_at, id)`,
      `CREATE INDEX tickets_by_assignee ON tickets (tenant_id, assignee_id, status, created_at, id)`,
      `CREATE INDEX tickets_by_requester ON tickets (tenant_id, requester_id, created_at, id)`,
      `CREATE INDEX tickets_by_creator ON tickets (tenant_id, created_by)`,
      `CREATE TABLE ticket_tags (
        ${TENANT_COLUMN},
        ticket_id uuid NOT NULL,
        tag text NOT NULL CHECK (length(tag) BETWEEN 1 AND 40),
        PRIMARY KEY (tenant_id, ticket_id, tag),
        FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX ticket_tags_by_tag ON ticket_tags (tenant_id, tag, ticket_id)`,
      `CREATE TABLE ticket_messages (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        ticket_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('reply', 'note')),
        member_id uuid,
        contact_id uuid,
        body text NOT NULL CHECK (length(body) BETWEEN 1 AND 50000),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        CONSTRAINT ticket_messages_one_author CHECK (num_nonnulls(member_id, contact_id) = 1),
        FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, member_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, contact_id) REFERENCES contacts (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX ticket_messages_by_ticket ON ticket_messages (tenant_id, ticket_id, created_at, id)`,
      `CREATE TABLE ticket_changes (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        ticket_id uuid NOT NULL,
        field text NOT NULL CHECK (field IN ('subject', 'status', 'priority', 'requester', 'assignee', 'tags')),
        old_value text,
        new_value text,
        actor_type text NOT NULL CHECK (actor_type IN ('user', 'contact', 'system')),
        actor_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX ticket_changes_by_ticket ON ticket_changes (tenant_id, ticket_id, created_at, id)`,
    );
    await openToTenant(runner, 'ticket_counters', 'SELECT, INSERT, UPDATE');
    await openToTenant(runner, 'tickets', 'SELECT, INSERT, UPDATE');
    await openToTenant(runner, 'ticket_tags', 'SELECT, INSERT, DELETE');
    await openToTenant(runner, 'ticket_messages', 'SELECT, INSERT');
    await openToTenant(runner, 'ticket_changes', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ticket_changes, ticket_messages, ticket_tags, tickets, ticket_counters`);
  }
}
