import { randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { connectionConfig } from '../database/pool.ts';
import { sql } from '../database/statement.ts';
import { reportError } from '../telemetry/report-error.ts';
import { RESULT_DAYS } from '@kontor/contracts/operations';

/** An operation that this process may take one step of. */
export interface Lease {
  tenantId: string;
  operationId: string;
  userId: string;
  /** Tries since the last step that went well, this one included. */
  attempts: number;
  /** Proves it to `gate.enter_operation`. */
  secret: Buffer;
}

/** A lease only has to last until the step has begun: from then on the row is locked. */
const LEASE_SECONDS = 5;
/** After a failure the next try waits, longer each time. */
const RETRY_SECONDS = 2;

/** The one that has waited longest takes the next turn, so that a long one keeps no short one waiting. */
const TAKE = sql<Omit<Lease, 'secret'>>(`
  UPDATE operations o SET state = 'running', lease_hash = sha256($1), lease_until = now() + interval '${LEASE_SECONDS} seconds',
    worked_at = clock_timestamp(), attempts = o.attempts + 1, started_at = coalesce(o.started_at, now())
  FROM (SELECT tenant_id, id FROM operations
    WHERE state IN ('queued', 'running') AND (lease_until IS NULL OR lease_until < now())
    ORDER BY worked_at LIMIT 1 FOR UPDATE SKIP LOCKED) next
  WHERE o.tenant_id = next.tenant_id AND o.id = next.id
  RETURNING o.tenant_id AS "tenantId", o.id AS "operationId", o.user_id AS "userId", o.attempts`);
const HELD = `tenant_id = $1 AND id = $2 AND lease_hash = sha256($3) AND state = 'running'`;
const RETRY = sql(`UPDATE operations SET lease_until = now() + attempts * interval '${RETRY_SECONDS} seconds' WHERE ${HELD}`);
const FAIL = sql(`
  UPDATE operations SET state = 'failed', problem_code = $4, problem_detail = $5, finished_at = now(),
    expires_at = now() + interval '${RESULT_DAYS} days' WHERE ${HELD}`);
/** A few operations at a time: their items may be many. */
const SWEEP = sql(`
  WITH expired AS (
    UPDATE operations SET is_swept = true WHERE (tenant_id, id) IN (
      SELECT tenant_id, id FROM operations WHERE NOT is_swept AND expires_at < now() ORDER BY expires_at LIMIT 5)
    RETURNING tenant_id, id)
  DELETE FROM operation_items i USING expired e WHERE i.tenant_id = e.tenant_id AND i.operation_id = e.id`);

/**
 * Gives operations of all tenants to processes, one step at a time. As `kontor_system`: the app role neither sees across
 * tenants nor can it make the secret that lets it into one.
 */
@Injectable()
export class OperationLeases implements OnApplicationShutdown {
  readonly #pool: pg.Pool;

  constructor(@Inject(SETTINGS) { database }: Settings) {
    this.#pool = new pg.Pool({ ...connectionConfig(database.systemUrl), application_name: 'kontor operations', max: 1, query_timeout: database.statementTimeout });
    this.#pool.on('error', (error) => reportError(error, { category: 'operation', severity: 'warning' }));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }

  async take(): Promise<Lease | undefined> {
    const secret = randomBytes(32);
    const { rows } = await this.#pool.query<Omit<Lease, 'secret'>>({ ...TAKE, values: [secret] });
    return rows[0] && { ...rows[0], secret };
  }

  async retry({ tenantId, operationId, secret }: Lease): Promise<void> {
    await this.#pool.query({ ...RETRY, values: [tenantId, operationId, secret] });
  }

  async fail({ tenantId, operationId, secret }: Lease, code: string, detail: string): Promise<void> {
    await this.#pool.query({ ...FAIL, values: [tenantId, operationId, secret, code, detail] });
  }

  async sweep(): Promise<void> {
    await this.#pool.query({ ...SWEEP, values: [] });
  }
}
