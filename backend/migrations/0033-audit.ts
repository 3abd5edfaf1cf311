import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGateFunctions, dropGateFunctions, type GateFunctions } from './gate-functions.ts';
import { closeTable, openToRole, openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/** What an entry says, here and outside of any workspace. */
const CONTENT = `id uuid NOT NULL DEFAULT uuidv7(),
  at timestamptz NOT NULL,
  action text NOT NULL,
  actor_type text NOT NULL CHECK (actor_type IN ('user', 'service', 'contact', 'system', 'unknown')),
  actor_id uuid,
  subject_type text,
  subject_id uuid,
  details jsonb NOT NULL,
  count integer NOT NULL CHECK (count > 0),
  address text,
  user_agent text,
  trace_id text`;
const COLUMNS = 'at, action, actor_type, actor_id, subject_type, subject_id, details, count, address, user_agent, trace_id';

/**
 * The one way to write the audit: in the transaction of what happened, or outside of any for what was refused. An entry
 * is of the workspace it names, else of the transaction's; one of neither, or that concerns a person everywhere, goes to
 * all workspaces of the account that it is about, and where there is none, to the list outside.
 */
const RECORD: GateFunctions = {
  'record_audit(entries jsonb)': `RETURNS void LANGUAGE sql VOLATILE AS $$
    WITH told AS (
      SELECT coalesce(e.at, clock_timestamp()) AS at,
        CASE WHEN e.everywhere THEN NULL ELSE coalesce(e.tenant_id, nullif(current_setting('kontor.tenant', true), '')::uuid) END AS tenant_id,
        e.action, e.actor_type, e.actor_id, e.subject_type, coalesce(e.subject_id, u.id) AS subject_id, e.details, e.count, e.address, e.user_agent, e.trace_id
      FROM jsonb_to_recordset(entries) AS e (at timestamptz, tenant_id uuid, everywhere boolean, account text, action text, actor_type text, actor_id uuid,
        subject_type text, subject_id uuid, details jsonb, count integer, address text, user_agent text, trace_id text)
      LEFT JOIN public.users u ON u.email = e.account
    ), placed AS (
      SELECT coalesce(t.tenant_id, m.tenant_id) AS place, t.* FROM told t
      LEFT JOIN public.memberships m ON t.tenant_id IS NULL AND t.subject_type = 'member' AND m.user_id = t.subject_id AND m.status = 'active'
    ), outside AS (
      INSERT INTO public.outside_audit_entries (${COLUMNS}) SELECT ${COLUMNS} FROM placed WHERE place IS NULL
    )
    INSERT INTO public.audit_entries (tenant_id, ${COLUMNS}) SELECT place, ${COLUMNS} FROM placed WHERE place IS NOT NULL $$`,
};

/** An entry stays as it was written, whoever asks; only its link is put to it, once. */
const STAYS: GateFunctions = {
  'audit_stays()': `RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      IF TG_OP = 'UPDATE' THEN
        IF OLD.position IS NULL AND to_jsonb(OLD) - ARRAY['position', 'hash'] = to_jsonb(NEW) - ARRAY['position', 'hash'] THEN RETURN NEW; END IF;
      END IF;
      RAISE EXCEPTION 'audit entries stay as they were written' USING ERRCODE = 'restrict_violation';
    END $$`,
};

/** Who did what, when and from where: append-only, each workspace's entries chained by their hashes. */
export class Audit1763600000033 implements MigrationInterface {
  name = 'Audit1763600000033';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE audit_entries (
        ${TENANT_COLUMN},
        ${CONTENT},
        position bigint,
        hash bytea,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, position),
        CHECK ((position IS NULL) = (hash IS NULL))
      )`,
      `CREATE INDEX audit_entries_by_time ON audit_entries (tenant_id, at, id)`,
      `CREATE INDEX audit_entries_by_action ON audit_entries (tenant_id, action, at, id)`,
      `CREATE INDEX audit_entries_by_actor ON audit_entries (tenant_id, actor_id, at, id)`,
      `CREATE INDEX audit_entries_by_subject ON audit_entries (tenant_id, subject_id, at, id)`,
      `CREATE INDEX audit_entries_unlinked ON audit_entries (tenant_id, id) WHERE position IS NULL`,
      // The end of each chain: without it nobody would miss the last entries.
      `CREATE TABLE audit_chains (
        tenant_id uuid NOT NULL PRIMARY KEY REFERENCES tenants (id) ON DELETE RESTRICT,
        position bigint NOT NULL,
        hash bytea NOT NULL
      )`,
      `CREATE TABLE outside_audit_entries (${CONTENT}, PRIMARY KEY (id))`,
      `CREATE INDEX outside_audit_entries_by_time ON outside_audit_entries (at)`,
    );
    await openToTenant(runner, 'audit_entries', 'SELECT');
    await closeTable(runner, 'audit_chains');
    await closeTable(runner, 'outside_audit_entries');
    for (const table of ['audit_entries', 'outside_audit_entries']) await openToRole(runner, table, 'kontor_gate', 'INSERT');
    await openToRole(runner, 'audit_entries', 'kontor_system', 'SELECT');
    await run(
      runner,
      `CREATE POLICY kontor_system_update ON audit_entries FOR UPDATE TO kontor_system USING (position IS NULL) WITH CHECK (position IS NOT NULL)`,
      `GRANT UPDATE (position, hash) ON audit_entries TO kontor_system`,
    );
    for (const command of ['SELECT', 'INSERT', 'UPDATE']) await openToRole(runner, 'audit_chains', 'kontor_system', command);
    for (const command of ['SELECT', 'DELETE']) await openToRole(runner, 'outside_audit_entries', 'kontor_system', command);
    await createGateFunctions(runner, { ...RECORD, ...STAYS });
    // Whoever makes a trigger must be allowed to call its function; afterwards nobody needs to be.
    await asGate(runner, `GRANT EXECUTE ON FUNCTION gate.audit_stays() TO kontor_owner`);
    await run(
      runner,
      `CREATE TRIGGER audit_entries_stay BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION gate.audit_stays()`,
      `CREATE TRIGGER audit_entries_stay_all BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION gate.audit_stays()`,
    );
    await asGate(runner, `REVOKE EXECUTE ON FUNCTION gate.audit_stays() FROM kontor_owner, kontor_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, `DROP TABLE outside_audit_entries, audit_chains, audit_entries`);
    await dropGateFunctions(runner, { ...RECORD, ...STAYS });
  }
}

async function asGate(runner: QueryRunner, statement: string): Promise<void> {
  await run(runner, `SET ROLE kontor_gate`, statement, `RESET ROLE`);
}
