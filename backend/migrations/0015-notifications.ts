import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/** What each member is told of, and what they do not want to be told of. */
export class Notifications1763600000015 implements MigrationInterface {
  name = 'Notifications1763600000015';

  async up(runner: QueryRunner): Promise<void> {
    const kinds = `kind text NOT NULL CHECK (kind IN ('assigned', 'mentioned', 'replied', 'noted'))`;
    await run(
      runner,
      `CREATE TABLE notifications (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        user_id uuid NOT NULL,
        ${kinds},
        ticket_id uuid NOT NULL,
        message_id uuid,
        actor_id uuid,
        count integer NOT NULL DEFAULT 1,
        at timestamptz NOT NULL,
        read_at timestamptz,
        done_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, actor_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, ticket_id) REFERENCES tickets (tenant_id, id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, message_id) REFERENCES ticket_messages (tenant_id, id) ON DELETE RESTRICT
      )`,
      // One unread row a person, ticket and kind: a burst raises its count.
      `CREATE UNIQUE INDEX notifications_unread ON notifications (tenant_id, user_id, ticket_id, kind)
        WHERE read_at IS NULL AND done_at IS NULL`,
      `CREATE INDEX notifications_by_member ON notifications (tenant_id, user_id, at, id)`,
      `CREATE INDEX notifications_by_ticket ON notifications (tenant_id, ticket_id)`,
      `CREATE TABLE notification_preferences (
        ${TENANT_COLUMN},
        user_id uuid NOT NULL,
        ${kinds},
        in_app boolean NOT NULL,
        PRIMARY KEY (tenant_id, user_id, kind),
        FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT
      )`,
    );
    await openToTenant(runner, 'notifications', 'SELECT, INSERT, UPDATE');
    await openToTenant(runner, 'notification_preferences', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE notification_preferences, notifications`);
  }
}
