import { getConstructionPlans } from 'pg-boss';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DEAD_LETTERS } from './job-queues.ts';
import { closeTable, openToRole, run } from './row-level-security.ts';

/** What pg-boss itself writes when a job is sent. */
const SENT = `id, name, data, priority, start_after, created_on, singleton_key, singleton_on, group_id, group_tier, expire_seconds,
  deletion_seconds, keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds,
  blocked, blocking, pending_dependencies`;

/** The job is of the transaction's tenant; one of no tenant is sent by a transaction of none. */
const OWN = `data->>'tenantId' IS NOT DISTINCT FROM nullif(current_setting('kontor.tenant', true), '')`;

/**
 * The job schema, as pg-boss makes it. Its tables know no tenants, so a job holds ids only; the app can add jobs of its
 * transaction's tenant and read no more than their ids. `kontor_system` works on them and tidies up.
 */
export class Jobs1763600000027 implements MigrationInterface {
  name = 'Jobs1763600000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(withoutTransaction(getConstructionPlans('pgboss')));
    await run(
      runner,
      `GRANT USAGE ON SCHEMA pgboss TO kontor_app, kontor_system`,
      `GRANT SELECT ON pgboss.version, pgboss.queue TO kontor_app`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO kontor_system`,
      `REVOKE ALL ON pgboss.job_common FROM kontor_system`,
    );
    await closeTable(runner, 'pgboss.job_common');
    for (const command of ['SELECT', 'INSERT', 'UPDATE', 'DELETE']) await openToRole(runner, 'pgboss.job_common', 'kontor_system', command);
    await run(
      runner,
      `CREATE POLICY tenant_jobs ON pgboss.job_common TO kontor_app USING (${OWN}) WITH CHECK (${OWN})`,
      `GRANT SELECT (id), INSERT (${SENT}) ON pgboss.job_common TO kontor_app`,
    );
    await runner.query('SELECT pgboss.create_queue($1, $2::jsonb)', [DEAD_LETTERS, JSON.stringify({ policy: 'standard', retentionSeconds: 90 * 86_400 })]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA pgboss CASCADE');
  }
}

/** The migration has its own. */
function withoutTransaction(plan: string): string {
  return plan.replace(/^\s*BEGIN;/, '').replace(/COMMIT;\s*$/, '');
}
