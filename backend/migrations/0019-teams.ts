import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGateFunctions, dropGateFunctions, type GateFunctions } from './gate-functions.ts';
import { openToRole, openToTenant, run, TENANT_COLUMN } from './row-level-security.ts';

/** `session` and `redeem_realtime_token` as 0002-gate.ts has them, for a session of these columns. */
function sessionFunctions(columns: string, row: string): GateFunctions {
  return {
    'session(token_hash bytea)': `RETURNS TABLE (${columns}) LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      UPDATE public.sessions s SET last_seen_at = now()
        WHERE s.token_hash = session.token_hash AND s.revoked_at IS NULL AND s.expires_at > now()
          AND s.last_seen_at < now() - interval '5 minutes' AND s.last_seen_at > now() - interval '7 days';
      RETURN QUERY ${row} WHERE s.token_hash = session.token_hash;
    END $$`,
    'redeem_realtime_token(hash bytea)': `RETURNS TABLE (${columns}) LANGUAGE plpgsql VOLATILE AS $$
    DECLARE found uuid;
    BEGIN
      DELETE FROM public.realtime_tokens t WHERE t.expires_at < now() - interval '1 minute';
      DELETE FROM public.realtime_tokens t WHERE t.token_hash = hash AND t.expires_at > now() RETURNING t.session_id INTO found;
      RETURN QUERY ${row} WHERE s.id = found;
    END $$`,
  };
}

function functions(more: { columns: string; values: string }): GateFunctions {
  const columns = `session_id uuid, user_id uuid, tenant_id uuid, role text, ticket_visibility text${more.columns}, auth_version integer,
  expires_at timestamptz, state text`;
  const row = `SELECT s.id, s.user_id, s.tenant_id, m.role, m.ticket_visibility${more.values}, s.auth_version, s.expires_at,
    CASE WHEN s.revoked_at IS NOT NULL OR m.status <> 'active' THEN 'revoked'
         WHEN s.expires_at <= now() OR s.last_seen_at <= now() - interval '7 days' THEN 'expired'
         ELSE 'valid' END
  FROM public.sessions s JOIN public.memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id`;
  return sessionFunctions(columns, row);
}

const WITHOUT_TEAMS = functions({ columns: '', values: '' });
/** The session's teams are read in the statement that reads its rights: a cached session has both of one moment. */
const WITH_TEAMS = functions({
  columns: ', team_ids uuid[]',
  values: `,
    ARRAY(SELECT b.team_id FROM public.team_members b WHERE b.tenant_id = s.tenant_id AND b.user_id = s.user_id ORDER BY b.team_id)`,
});

/** Teams: who works together, whose ticket it is, and a visibility between one's own tickets and all. */
export class Teams1763600000019 implements MigrationInterface {
  name = 'Teams1763600000019';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE teams (
        ${TENANT_COLUMN},
        id uuid NOT NULL DEFAULT uuidv7(),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz,
        PRIMARY KEY (tenant_id, id)
      )`,
      `CREATE UNIQUE INDEX teams_name_taken ON teams (tenant_id, lower(name)) WHERE closed_at IS NULL`,
      `CREATE INDEX teams_by_name ON teams (tenant_id, name, id)`,
      `CREATE TABLE team_members (
        ${TENANT_COLUMN},
        team_id uuid NOT NULL,
        user_id uuid NOT NULL,
        PRIMARY KEY (tenant_id, team_id, user_id),
        CONSTRAINT team_members_team FOREIGN KEY (tenant_id, team_id) REFERENCES teams (tenant_id, id) ON DELETE RESTRICT,
        CONSTRAINT team_members_member FOREIGN KEY (tenant_id, user_id)
          REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX team_members_by_member ON team_members (tenant_id, user_id, team_id)`,
      `ALTER TABLE tickets ADD team_id uuid,
        ADD CONSTRAINT tickets_team FOREIGN KEY (tenant_id, team_id) REFERENCES teams (tenant_id, id) ON DELETE RESTRICT`,
      `CREATE INDEX tickets_by_team ON tickets (tenant_id, team_id, status, created_at, id)`,
      `ALTER TABLE memberships DROP CONSTRAINT memberships_ticket_visibility_check,
        ADD CONSTRAINT memberships_ticket_visibility_check CHECK (ticket_visibility IN ('all', 'team', 'own'))`,
      // Features add tracked fields of their own; which there are stands in libs/contracts.
      `ALTER TABLE ticket_changes DROP CONSTRAINT ticket_changes_field_check,
        ADD CONSTRAINT ticket_changes_field_check CHECK (field ~ '^[a-z][a-zA-Z0-9_:.-]{0,99}$')`,
    );
    await openToTenant(runner, 'teams', 'SELECT, INSERT, UPDATE (name, version, closed_at)');
    await openToTenant(runner, 'team_members', 'SELECT, INSERT, DELETE');
    await openToRole(runner, 'team_members', 'kontor_gate', 'SELECT');
    await dropGateFunctions(runner, WITHOUT_TEAMS);
    await createGateFunctions(runner, WITH_TEAMS);
  }

  /** What a member saw by team they see no more: narrower, never wider. The field check stays as wide as it is. */
  async down(runner: QueryRunner): Promise<void> {
    await dropGateFunctions(runner, WITH_TEAMS);
    await createGateFunctions(runner, WITHOUT_TEAMS);
    await run(
      runner,
      `UPDATE memberships SET ticket_visibility = 'own' WHERE ticket_visibility = 'team'`,
      `ALTER TABLE memberships DROP CONSTRAINT memberships_ticket_visibility_check,
        ADD CONSTRAINT memberships_ticket_visibility_check CHECK (ticket_visibility IN ('all', 'own'))`,
      `ALTER TABLE tickets DROP COLUMN team_id`,
      `DROP TABLE team_members, teams`,
    );
  }
}
