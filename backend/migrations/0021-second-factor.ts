import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGateFunctions, dropGateFunctions, type GateFunctions } from './gate-functions.ts';
import { closeTable, openToRole, PERSON, run } from './row-level-security.ts';

interface More {
  column: string;
  value: string;
  join: string;
}

/** `session` and `redeem_realtime_token` as 0019-teams.ts has them, and more. */
function sessionFunctions({ column, value, join }: More): GateFunctions {
  const columns = `session_id uuid, user_id uuid, tenant_id uuid, role text, ticket_visibility text, team_ids uuid[]${column}, auth_version integer,
  expires_at timestamptz, state text`;
  const row = `SELECT s.id, s.user_id, s.tenant_id, m.role, m.ticket_visibility,
    ARRAY(SELECT b.team_id FROM public.team_members b WHERE b.tenant_id = s.tenant_id AND b.user_id = s.user_id ORDER BY b.team_id)${value}, s.auth_version, s.expires_at,
    CASE WHEN s.revoked_at IS NOT NULL OR m.status <> 'active' THEN 'revoked'
         WHEN s.expires_at <= now() OR s.last_seen_at <= now() - interval '7 days' THEN 'expired'
         ELSE 'valid' END
  FROM public.sessions s JOIN public.memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id${join}`;
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

const BEFORE = sessionFunctions({ column: '', value: '', join: '' });
const NOW: GateFunctions = {
  ...sessionFunctions({
    column: ', must_enrol boolean',
    value: `,
    w.requires_second_factor AND NOT EXISTS (SELECT 1 FROM public.second_factors f WHERE f.user_id = s.user_id AND f.confirmed_at IS NOT NULL)`,
    join: `
    JOIN public.tenants w ON w.id = s.tenant_id`,
  }),
};
const CHALLENGE: GateFunctions = {
  'challenge(hash bytea)': `RETURNS TABLE (user_id uuid, workspace_id uuid) LANGUAGE sql STABLE AS $$
    SELECT c.user_id, c.workspace_id FROM public.sign_in_challenges c WHERE c.token_hash = hash AND c.expires_at > now() $$`,
};

/** One-time passwords as the second factor of a person, and workspaces that require one. */
export class SecondFactor1763600000021 implements MigrationInterface {
  name = 'SecondFactor1763600000021';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE second_factors (
        user_id uuid PRIMARY KEY REFERENCES users (id) ON DELETE RESTRICT,
        secret bytea NOT NULL,
        last_step bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        confirmed_at timestamptz
      )`,
      `CREATE TABLE recovery_codes (
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
        code_hash bytea NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (user_id, code_hash)
      )`,
      `CREATE TABLE sign_in_challenges (
        token_hash bytea PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
        workspace_id uuid REFERENCES tenants (id) ON DELETE RESTRICT,
        expires_at timestamptz NOT NULL
      )`,
      `CREATE INDEX sign_in_challenges_by_user ON sign_in_challenges (user_id)`,
      `ALTER TABLE tenants ADD requires_second_factor boolean NOT NULL DEFAULT false`,
      `GRANT UPDATE (requires_second_factor) ON tenants TO kontor_app`,
    );
    for (const table of ['second_factors', 'recovery_codes', 'sign_in_challenges']) {
      await closeTable(runner, table);
      await run(runner, `CREATE POLICY oneself ON ${table} TO kontor_app USING (user_id = ${PERSON}) WITH CHECK (user_id = ${PERSON})`);
    }
    await run(
      runner,
      `GRANT SELECT, INSERT, DELETE, UPDATE (secret, last_step, created_at, confirmed_at) ON second_factors TO kontor_app`,
      `GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON recovery_codes TO kontor_app`,
      `GRANT SELECT, INSERT, DELETE ON sign_in_challenges TO kontor_app`,
    );
    await openToRole(runner, 'second_factors', 'kontor_gate', 'SELECT');
    await openToRole(runner, 'sign_in_challenges', 'kontor_gate', 'SELECT');
    await dropGateFunctions(runner, BEFORE);
    await createGateFunctions(runner, { ...NOW, ...CHALLENGE });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropGateFunctions(runner, { ...NOW, ...CHALLENGE });
    await createGateFunctions(runner, BEFORE);
    await run(
      runner,
      `DROP TABLE second_factors, recovery_codes, sign_in_challenges`,
      `ALTER TABLE tenants DROP COLUMN requires_second_factor`,
    );
  }
}
