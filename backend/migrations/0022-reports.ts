import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './row-level-security.ts';

/** What reports read: when tickets were solved, and the first answer of a member, from the index alone. */
export class Reports1763600000022 implements MigrationInterface {
  name = 'Reports1763600000022';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE INDEX tickets_by_solution ON tickets (tenant_id, solved_at, id) WHERE solved_at IS NOT NULL`,
      `CREATE INDEX ticket_messages_answers ON ticket_messages (tenant_id, ticket_id, created_at)
        WHERE kind = 'reply' AND member_id IS NOT NULL AND original_ticket_id IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, `DROP INDEX ticket_messages_answers`, `DROP INDEX tickets_by_solution`);
  }
}
