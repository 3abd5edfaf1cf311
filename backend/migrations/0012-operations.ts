import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGateFunctions, dropGateFunctions } from './gate-functions.ts';
import { openToRole, openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/** Everything of an operation but the proof of its lease, which no feature reads or writes. */
const READABLE = `tenant_id, id, user_id, kind, state, parameters, total, position, cursor, counts, problem_code, problem_detail,
  attempts, created_at, started_at, finished_at, expires_at`;

/**
 * `enter` for work without a session. The lease is a secret that `kontor_system` gave out, so the app role can enter only
 * what was handed to it, as the member who started it and only while that one is an active member. The row stays locked
 * to the end of the step: nobody else takes the operation up meanwhile.
 */
const FUNCTIONS = {
  'enter_operation(tenant uuid, operation uuid, lease bytea)': `RETURNS void LANGUAGE plpgsql VOLATILE AS $$
    DECLARE found_user uuid; member_status text;
    BEGIN
      SELECT o.user_id INTO found_user FROM public.operations o
        WHERE o.tenant_id = tenant AND o.id = operation AND o.lease_hash = sha256(lease) AND o.state = 'running' FOR UPDATE;
      IF NOT FOUND THEN RAISE EXCEPTION 'lease does not hold' USING ERRCODE = 'KS002'; END IF;
      SELECT m.status INTO member_status FROM public.memberships m
        WHERE m.tenant_id = tenant AND m.user_id = found_user FOR KEY SHARE;
      IF member_status <> 'active' THEN RAISE EXCEPTION 'member is not active' USING ERRCODE = 'KS003'; END IF;
      PERFORM set_config('kontor.tenant', tenant::text, true), set_config('kontor.user', found_user::text, true);
    END $$`,
};

/** Long work: what is to be done, how far it is, and what became of each item. */
export class Operations1763600000012 implements MigrationInterface {
  name = 'Operations1763600000012';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE operations (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        user_id uuid NOT NULL,
        kind text NOT NULL,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
        parameters jsonb NOT NULL,
        total integer,
        position integer NOT NULL DEFAULT 0,
        cursor text,
        counts jsonb NOT NULL DEFAULT '{}',
        problem_code text,
        problem_detail text,
        attempts integer NOT NULL DEFAULT 0,
        lease_hash bytea,
        lease_until timestamptz,
        worked_at timestamptz NOT NULL DEFAULT now(),
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        expires_at timestamptz,
        is_swept boolean NOT NULL DEFAULT false,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX operations_by_member ON operations (tenant_id, user_id, created_at, id)`,
      `CREATE INDEX operations_waiting ON operations (worked_at) WHERE state IN ('queued', 'running')`,
      `CREATE INDEX operations_by_expiry ON operations (expires_at) WHERE NOT is_swept`,
      `CREATE TABLE operation_items (
        ${TENANT_COLUMN},
        operation_id uuid NOT NULL,
        position integer NOT NULL,
        subject_id uuid,
        data jsonb,
        outcome text CHECK (outcome IN ('changed', 'created', 'updated', 'skipped', 'refused')),
        code text,
        detail text,
        PRIMARY KEY (tenant_id, operation_id, position),
        FOREIGN KEY (tenant_id, operation_id) REFERENCES operations (tenant_id, id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX operation_items_by_outcome ON operation_items (tenant_id, operation_id, outcome, position)`,
    );
    await openToTenant(
      runner,
      'operations',
      `SELECT (${READABLE}), INSERT (id, user_id, kind, state, parameters, total, started_at),
        UPDATE (state, total, position, cursor, counts, attempts, lease_until, finished_at, expires_at)`,
    );
    await openToTenant(runner, 'operation_items', 'SELECT, INSERT, UPDATE (outcome, code, detail)');
    for (const role of ['kontor_gate', 'kontor_system']) {
      for (const command of ['SELECT', 'UPDATE']) await openToRole(runner, 'operations', role, command);
    }
    for (const command of ['SELECT', 'DELETE']) await openToRole(runner, 'operation_items', 'kontor_system', command);
    await createGateFunctions(runner, FUNCTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropGateFunctions(runner, FUNCTIONS);
    await runner.query(`DROP TABLE operation_items, operations`);
  }
}
