import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createJobQueues, dropJobQueues } from './job-queues.ts';
import { run } from './row-level-security.ts';

const KINDS = ['ticket-wake', 'ticket-close'];

/** Tickets that wait until a time, and solved ones that are closed after some days. */
export class TicketTimers1763600000029 implements MigrationInterface {
  name = 'TicketTimers1763600000029';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `ALTER TABLE tickets ADD pending_until timestamptz`,
      `CREATE INDEX tickets_solved ON tickets (tenant_id, solved_at, id) WHERE status = 'solved'`,
      `ALTER TABLE tenants ADD auto_close_days integer CHECK (auto_close_days BETWEEN 1 AND 365)`,
      `GRANT UPDATE (auto_close_days) ON tenants TO kontor_app`,
    );
    await createJobQueues(runner, KINDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropJobQueues(runner, KINDS);
    await run(runner, `DROP INDEX tickets_solved`, `ALTER TABLE tickets DROP COLUMN pending_until`, `ALTER TABLE tenants DROP COLUMN auto_close_days`);
  }
}
