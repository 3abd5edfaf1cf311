import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createJobQueues, DEAD_LETTERS, dropJobQueues } from './job-queues.ts';
import { run } from './row-level-security.ts';

const KINDS = ['operation-step', 'sweep-operations', 'prune', 'sweep-files'];

/** What ran on timers runs on jobs. Operations under way go on by a job each. */
export class OperationJobs1763600000028 implements MigrationInterface {
  name = 'OperationJobs1763600000028';

  async up(runner: QueryRunner): Promise<void> {
    await createJobQueues(runner, KINDS);
    await run(
      runner,
      `INSERT INTO pgboss.job_common (id, name, data, singleton_key, policy, dead_letter, retry_limit, retry_delay, retry_backoff, retry_delay_max)
        SELECT gen_random_uuid(), 'operation-step', jsonb_build_object('tenantId', tenant_id, 'operationId', id),
          tenant_id || ' ' || id, 'short', '${DEAD_LETTERS}', 10, 1, true, 10
        FROM operations WHERE state IN ('queued', 'running')`,
      `DROP INDEX operations_waiting`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX operations_waiting ON operations (worked_at) WHERE state IN ('queued', 'running')`);
    await dropJobQueues(runner, KINDS);
  }
}
