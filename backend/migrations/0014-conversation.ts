import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/**
 * What belongs to a conversation between colleagues: who follows a ticket, who is mentioned, the answers kept ready.
 * Messages and changes are dated when they are written, under the ticket's lock, not when their transaction began:
 * whoever waited for the lock stands behind the one who had it, so that "since the last message I saw" has no hole.
 */
export class Conversation1763600000014 implements MigrationInterface {
  name = 'Conversation1763600000014';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `ALTER TABLE ticket_messages ALTER created_at SET DEFAULT clock_timestamp()`,
      `ALTER TABLE ticket_changes ALTER created_at SET DEFAULT clock_timestamp()`,
      `CREATE TABLE ticket_followers (
        ${TENANT_COLUMN},
        ticket_id uuid NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, ticket_id, user_id),
        FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX ticket_followers_by_member ON ticket_followers (tenant_id, user_id)`,
      `CREATE TABLE message_mentions (
        ${TENANT_COLUMN},
        message_id uuid NOT NULL,
        user_id uuid NOT NULL,
        PRIMARY KEY (tenant_id, message_id, user_id),
        FOREIGN KEY (tenant_id, message_id) REFERENCES ticket_messages (tenant_id, id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX message_mentions_by_member ON message_mentions (tenant_id, user_id)`,
      `CREATE TABLE canned_answers (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        owner_id uuid,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        shortcut text NOT NULL CHECK (shortcut ~ '^[a-z0-9][a-z0-9-]{0,29}$'),
        body text NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        CONSTRAINT canned_answers_shortcut_taken UNIQUE NULLS NOT DISTINCT (tenant_id, owner_id, shortcut),
        FOREIGN KEY (tenant_id, owner_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX canned_answers_by_name ON canned_answers (tenant_id, name, id)`,
    );
    await openToTenant(runner, 'ticket_followers', 'SELECT, INSERT, DELETE');
    await openToTenant(runner, 'message_mentions', 'SELECT, INSERT');
    await openToTenant(runner, 'canned_answers', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `DROP TABLE canned_answers, message_mentions, ticket_followers`,
      `ALTER TABLE ticket_messages ALTER created_at SET DEFAULT now()`,
      `ALTER TABLE ticket_changes ALTER created_at SET DEFAULT now()`,
    );
  }
}
