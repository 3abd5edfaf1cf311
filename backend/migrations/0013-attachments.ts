import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/**
 * Files of messages. Their bytes lie in the file storage under the row's id. Until a message takes it, an upload belongs
 * to who brought it; `message_id` is one column, so that no two messages can have the same file.
 */
export class Attachments1763600000013 implements MigrationInterface {
  name = 'Attachments1763600000013';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE attachments (
        ${TENANT_COLUMN},
        id uuid NOT NULL,
        uploaded_by uuid NOT NULL,
        message_id uuid,
        position smallint,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 150 AND name !~ '[[:cntrl:]/\\\\]'),
        type text NOT NULL,
        size bigint NOT NULL CHECK (size > 0),
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        CONSTRAINT attachments_placed CHECK ((message_id IS NULL) = (position IS NULL)),
        FOREIGN KEY (tenant_id, uploaded_by) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, message_id) REFERENCES ticket_messages (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX attachments_by_message ON attachments (tenant_id, message_id, position)`,
      `CREATE INDEX attachments_waiting ON attachments (tenant_id, uploaded_by, created_at) WHERE message_id IS NULL`,
    );
    await openToTenant(runner, 'attachments', 'SELECT, INSERT, DELETE');
    await runner.query(`GRANT UPDATE (message_id, position) ON attachments TO kontor_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE attachments`);
  }
}
