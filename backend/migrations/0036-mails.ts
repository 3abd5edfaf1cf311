import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createJobQueues, dropJobQueues } from './job-queues.ts';
import { openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/** Mail that a workspace sends, what members want by mail, and whether replies go out to requesters. */
export class Mails1763600000036 implements MigrationInterface {
  name = 'Mails1763600000036';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE mails (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        kind text NOT NULL CHECK (kind ~ '^[a-z_]{1,40}$'),
        recipient text NOT NULL CHECK (length(recipient) BETWEEN 3 AND 254),
        user_id uuid,
        about_id uuid,
        locale text NOT NULL CHECK (locale IN ('en', 'id')),
        content jsonb NOT NULL,
        -- A link that is a secret, encrypted; gone once it no longer opens anything.
        link bytea,
        link_until timestamptz,
        link_role text CHECK (link_role IN ('owner', 'admin', 'agent', 'viewer')),
        message_id text NOT NULL,
        follows text[] NOT NULL DEFAULT '{}',
        state text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'kept', 'withdrawn')),
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        claimed_at timestamptz,
        next_at timestamptz,
        sent_at timestamptz,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        CONSTRAINT mails_link CHECK (link IS NULL OR (link_until IS NOT NULL AND link_role IS NOT NULL)),
        FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX mails_by_creation ON mails (tenant_id, created_at, id)`,
      `CREATE INDEX mails_by_state ON mails (tenant_id, state, created_at, id)`,
      `CREATE INDEX mails_by_member ON mails (tenant_id, user_id, created_at)`,
      `CREATE INDEX mails_by_subject ON mails (tenant_id, about_id, created_at)`,
      `CREATE INDEX mails_with_link ON mails (tenant_id, link_until) WHERE link IS NOT NULL`,
      `ALTER TABLE notification_preferences ADD by_mail boolean, ALTER in_app SET DEFAULT true`,
      `ALTER TABLE tenants ADD mails_replies boolean NOT NULL DEFAULT false`,
      `GRANT UPDATE (mails_replies) ON tenants TO kontor_app`,
    );
    await openToTenant(runner, 'mails', 'SELECT, INSERT, DELETE');
    await run(runner, `GRANT UPDATE (state, attempts, last_error, claimed_at, next_at, sent_at, link) ON mails TO kontor_app`);
    await createJobQueues(runner, ['mail'], { expireInSeconds: 600 });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropJobQueues(runner, ['mail']);
    await run(
      runner,
      `ALTER TABLE tenants DROP COLUMN mails_replies`,
      `ALTER TABLE notification_preferences ALTER in_app DROP DEFAULT, DROP COLUMN by_mail`,
      `DROP TABLE mails`,
    );
  }
}
