import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RESULT_DAYS } from '@kontor/contracts/operations';
import { sql } from '../database/statement.ts';
import { SystemDatabase } from '../database/system-database.ts';

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

const TAKE = sql<Pick<Lease, 'userId' | 'attempts'>>(`
  UPDATE operations SET state = 'running', lease_hash = sha256($3), lease_until = now() + interval '${LEASE_SECONDS} seconds',
    worked_at = clock_timestamp(), attempts = attempts + 1, started_at = coalesce(started_at, now())
  WHERE tenant_id = $1 AND id = $2 AND state IN ('queued', 'running') AND (lease_until IS NULL OR lease_until < now())
  RETURNING user_id AS "userId", attempts`);
const HELD = `tenant_id = $1 AND id = $2 AND lease_hash = sha256($3) AND state = 'running'`;
const GIVE_BACK = sql(`UPDATE operations SET lease_until = NULL WHERE ${HELD}`);
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
 * Gives the operations of all tenants to processes, for one step. As `kontor_system`: the app role neither sees across
 * tenants nor can it make the secret that lets it into one.
 */
@Injectable()
export class OperationLeases {
  constructor(private readonly system: SystemDatabase) {}

  /** Undefined where it has ended, or another process is at it. */
  async take(tenantId: string, operationId: string): Promise<Lease | undefined> {
    const secret = randomBytes(32);
    const [taken] = await this.system.query(TAKE, [tenantId, operationId, secret]);
    return taken && { ...taken, tenantId, operationId, secret };
  }

  async giveBack({ tenantId, operationId, secret }: Lease): Promise<void> {
    await this.system.query(GIVE_BACK, [tenantId, operationId, secret]);
  }

  async fail({ tenantId, operationId, secret }: Lease, code: string, detail: string): Promise<void> {
    await this.system.query(FAIL, [tenantId, operationId, secret, code, detail]);
  }

  async sweep(): Promise<void> {
    await this.system.query(SWEEP);
  }
}
