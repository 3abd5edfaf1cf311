import type { MigrationInterface, QueryRunner } from 'typeorm';
import { closeTable, openToRole, openToTenant, PERSON, run, TENANT, TENANT_COLUMN } from './row-level-security.ts';

/** Tenants, people, and how people get in: credentials, memberships, sessions, invitations. */
export class People1763600000001 implements MigrationInterface {
  name = 'People1763600000001';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE tenants (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?$'),
        time_zone text NOT NULL,
        locale text NOT NULL CHECK (locale IN ('en', 'id')),
        created_at timestamptz NOT NULL DEFAULT now()
      )`,
      `CREATE TABLE users (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        email text NOT NULL UNIQUE CHECK (email = lower(email)),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
        locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'id')),
        time_zone text NOT NULL DEFAULT 'UTC',
        theme text NOT NULL DEFAULT 'system' CHECK (theme IN ('system', 'light', 'dark')),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now()
      )`,
      `CREATE TABLE credentials (
        user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE RESTRICT,
        password_hash text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now()
      )`,
      `CREATE TABLE memberships (
        ${TENANT_COLUMN},
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
        role text NOT NULL CHECK (role IN ('owner', 'admin', 'agent', 'viewer')),
        ticket_visibility text NOT NULL DEFAULT 'all' CHECK (ticket_visibility IN ('all', 'own')),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'deactivated')),
        joined_at timestamptz NOT NULL DEFAULT now(),
        deactivated_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (tenant_id, user_id)
      )`,
      `CREATE INDEX memberships_by_user ON memberships (user_id)`,
      `CREATE INDEX memberships_by_joining ON memberships (tenant_id, joined_at, user_id)`,
      `CREATE TABLE sessions (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        token_hash bytea NOT NULL UNIQUE,
        tenant_id uuid NOT NULL,
        user_id uuid NOT NULL,
        auth_version integer NOT NULL DEFAULT 1,
        address text,
        user_agent text,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX sessions_by_user ON sessions (user_id, last_seen_at)`,
      `CREATE INDEX sessions_by_member ON sessions (tenant_id, user_id)`,
      `CREATE TABLE realtime_tokens (
        token_hash bytea PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE RESTRICT,
        expires_at timestamptz NOT NULL
      )`,
      `CREATE INDEX realtime_tokens_by_expiry ON realtime_tokens (expires_at)`,
      `CREATE TABLE invitations (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        email text NOT NULL CHECK (email = lower(email)),
        role text NOT NULL CHECK (role IN ('owner', 'admin', 'agent', 'viewer')),
        token_hash bytea NOT NULL UNIQUE,
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id)
      )`,
      `CREATE TABLE instance (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        epoch text NOT NULL DEFAULT encode(uuid_send(gen_random_uuid()), 'hex')
      )`,
      `INSERT INTO instance DEFAULT VALUES`,
    );
    await this.#close(runner);
  }

  async #close(runner: QueryRunner): Promise<void> {
    await openToTenant(runner, 'memberships', 'SELECT, UPDATE (role, ticket_visibility, status, deactivated_at, version)');
    await openToTenant(runner, 'invitations', 'SELECT');
    for (const table of ['tenants', 'users', 'credentials', 'sessions', 'realtime_tokens', 'instance']) {
      await closeTable(runner, table);
    }
    const member = `EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = users.id AND m.tenant_id = ${TENANT})`;
    await run(
      runner,
      `CREATE POLICY own_tenant ON tenants FOR SELECT TO kontor_app USING (id = ${TENANT})`,
      `CREATE POLICY colleagues ON users FOR SELECT TO kontor_app USING (id = ${PERSON} OR ${member})`,
      `CREATE POLICY oneself ON users FOR UPDATE TO kontor_app USING (id = ${PERSON}) WITH CHECK (id = ${PERSON})`,
      `CREATE POLICY oneself ON credentials TO kontor_app USING (user_id = ${PERSON}) WITH CHECK (user_id = ${PERSON})`,
      `CREATE POLICY own_or_tenant ON sessions FOR SELECT TO kontor_app USING (user_id = ${PERSON} OR tenant_id = ${TENANT})`,
      `CREATE POLICY ending ON sessions FOR UPDATE TO kontor_app USING (user_id = ${PERSON} OR tenant_id = ${TENANT})`,
      `CREATE POLICY opening ON sessions FOR INSERT TO kontor_app WITH CHECK (user_id = ${PERSON})`,
      `CREATE POLICY own_session ON realtime_tokens FOR INSERT TO kontor_app WITH CHECK (
        EXISTS (SELECT 1 FROM sessions s WHERE s.id = session_id AND s.user_id = ${PERSON}))`,
      `CREATE POLICY anyone ON instance FOR SELECT TO kontor_app, kontor_system USING (true)`,
      `GRANT SELECT ON tenants TO kontor_app`,
      `GRANT SELECT, UPDATE (name, locale, time_zone, theme, version) ON users TO kontor_app`,
      `GRANT SELECT, UPDATE (password_hash, updated_at) ON credentials TO kontor_app`,
      `GRANT SELECT, INSERT, UPDATE (revoked_at, auth_version) ON sessions TO kontor_app`,
      `GRANT INSERT ON realtime_tokens TO kontor_app`,
      `GRANT SELECT ON instance TO kontor_app, kontor_system`,
    );
    for (const table of ['tenants', 'users', 'credentials', 'memberships', 'sessions', 'invitations', 'realtime_tokens']) {
      await openToRole(runner, table, 'kontor_gate', 'SELECT');
    }
    for (const table of ['users', 'credentials', 'memberships']) {
      await openToRole(runner, table, 'kontor_gate', 'INSERT');
    }
    for (const table of ['sessions', 'invitations', 'memberships']) {
      await openToRole(runner, table, 'kontor_gate', 'UPDATE');
    }
    await openToRole(runner, 'realtime_tokens', 'kontor_gate', 'DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE instance, invitations, realtime_tokens, sessions, memberships, credentials, users, tenants`,
    );
  }
}
