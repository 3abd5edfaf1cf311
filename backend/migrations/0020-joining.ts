import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGateFunctions, dropGateFunctions, type GateFunctions } from './gate-functions.ts';
import { openToRole, run, TENANT } from './row-level-security.ts';

const INVITATION = 'invitation(hash bytea)';
const ACCEPT = 'accept_invitation(hash bytea, person_name text, password_hash text)';

function invitation(revoked: string): string {
  return `RETURNS TABLE (tenant_id uuid, tenant_name text, email text, role text, expires_at timestamptz,
      has_account boolean, state text)
    LANGUAGE sql STABLE AS $$
    SELECT i.tenant_id, t.name, i.email, i.role, i.expires_at,
      EXISTS (SELECT 1 FROM public.users u WHERE u.email = i.email),
      CASE WHEN i.accepted_at IS NOT NULL THEN 'used' ${revoked}WHEN i.expires_at <= now() THEN 'expired' ELSE 'open' END
      FROM public.invitations i JOIN public.tenants t ON t.id = i.tenant_id WHERE i.token_hash = hash $$`;
}

interface Acceptance {
  /** One more condition on an invitation that holds. */
  holds: string;
  column: string;
  value: string;
  assignment: string;
  /** What follows once the person is a member. */
  after: string;
}

function accept({ holds, column, value, assignment, after }: Acceptance): string {
  return `RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
    DECLARE invited public.invitations; person uuid;
    BEGIN
      UPDATE public.invitations i SET accepted_at = now()
        WHERE i.token_hash = hash AND i.accepted_at IS NULL${holds} AND i.expires_at > now() RETURNING * INTO invited;
      IF NOT FOUND THEN RETURN NULL; END IF;
      SELECT u.id INTO person FROM public.users u WHERE u.email = invited.email;
      IF person IS NULL THEN
        INSERT INTO public.users (email, name, locale, time_zone)
          SELECT invited.email, person_name, t.locale, t.time_zone FROM public.tenants t WHERE t.id = invited.tenant_id
          RETURNING id INTO person;
        INSERT INTO public.credentials (user_id, password_hash) VALUES (person, accept_invitation.password_hash);
      ELSIF accept_invitation.password_hash IS NOT NULL THEN
        -- An account made since the caller looked: its password was not proven.
        RAISE EXCEPTION 'account exists' USING ERRCODE = 'unique_violation', CONSTRAINT = 'users_email_key';
      END IF;
      INSERT INTO public.memberships (tenant_id, user_id, role${column}) VALUES (invited.tenant_id, person, invited.role${value})
        ON CONFLICT (tenant_id, user_id) DO UPDATE
          SET role = excluded.role${assignment}, status = 'active', deactivated_at = NULL, version = memberships.version + 1
          -- Whoever is here already keeps the role that was given since.
          WHERE memberships.status = 'deactivated';${after}
      RETURN person;
    END $$`;
}

const BEFORE: GateFunctions = {
  [INVITATION]: invitation(''),
  [ACCEPT]: accept({ holds: '', column: '', value: '', assignment: '', after: '' }),
};

const NOW: GateFunctions = {
  [INVITATION]: invitation(`WHEN i.revoked_at IS NOT NULL THEN 'revoked' `),
  [ACCEPT]: accept({
    holds: ' AND i.revoked_at IS NULL',
    column: ', ticket_visibility',
    value: ', invited.ticket_visibility',
    assignment: ', ticket_visibility = excluded.ticket_visibility',
    after: `
      -- Only where this invitation made the person a member; teams closed since are left out.
      IF FOUND THEN
        WITH joined AS (
          INSERT INTO public.team_members (tenant_id, team_id, user_id)
          SELECT t.tenant_id, t.id, person FROM public.teams t
          WHERE t.tenant_id = invited.tenant_id AND t.id = ANY(invited.team_ids) AND t.closed_at IS NULL
          ON CONFLICT DO NOTHING RETURNING team_id)
        UPDATE public.teams t SET version = t.version + 1 FROM joined WHERE t.tenant_id = invited.tenant_id AND t.id = joined.team_id;
      END IF;`,
  }),
};

/** How people join and are reached: invitations by members, the workspace's own settings, who is available. */
export class Joining1763600000020 implements MigrationInterface {
  name = 'Joining1763600000020';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `ALTER TABLE tenants ADD version integer NOT NULL DEFAULT 1`,
      `CREATE POLICY own_tenant_settings ON tenants FOR UPDATE TO kontor_app USING (id = ${TENANT}) WITH CHECK (id = ${TENANT})`,
      `GRANT UPDATE (name, time_zone, locale, version) ON tenants TO kontor_app`,
      `ALTER TABLE invitations
        ADD ticket_visibility text NOT NULL DEFAULT 'all' CHECK (ticket_visibility IN ('all', 'team', 'own')),
        ADD team_ids uuid[] NOT NULL DEFAULT '{}',
        ADD invited_by uuid,
        ADD revoked_at timestamptz,
        ADD CONSTRAINT invitations_invited_by FOREIGN KEY (tenant_id, invited_by)
          REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT`,
      // From now on an address has one open invitation a workspace: the newest.
      `UPDATE invitations i SET revoked_at = now() WHERE accepted_at IS NULL AND EXISTS (
        SELECT 1 FROM invitations n WHERE n.tenant_id = i.tenant_id AND n.email = i.email AND n.accepted_at IS NULL
          AND (n.created_at, n.id) > (i.created_at, i.id))`,
      `CREATE UNIQUE INDEX invitations_one_open ON invitations (tenant_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL`,
      `CREATE INDEX invitations_by_creation ON invitations (tenant_id, created_at, id)`,
      `GRANT INSERT, UPDATE (role, ticket_visibility, team_ids, invited_by, token_hash, expires_at, created_at, revoked_at)
        ON invitations TO kontor_app`,
      `ALTER TABLE memberships
        ADD availability text NOT NULL DEFAULT 'available' CHECK (availability IN ('available', 'busy', 'away')),
        ADD available_from timestamptz`,
      `GRANT UPDATE (availability, available_from) ON memberships TO kontor_app`,
    );
    await openToRole(runner, 'team_members', 'kontor_gate', 'INSERT');
    for (const command of ['SELECT', 'UPDATE']) await openToRole(runner, 'teams', 'kontor_gate', command);
    await dropGateFunctions(runner, BEFORE);
    await createGateFunctions(runner, NOW);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropGateFunctions(runner, NOW);
    await createGateFunctions(runner, BEFORE);
    await run(
      runner,
      `DROP POLICY kontor_gate_insert ON team_members`,
      `REVOKE INSERT ON team_members FROM kontor_gate`,
      `DROP POLICY kontor_gate_select ON teams`,
      `DROP POLICY kontor_gate_update ON teams`,
      `REVOKE SELECT, UPDATE ON teams FROM kontor_gate`,
      `ALTER TABLE memberships DROP COLUMN availability, DROP COLUMN available_from`,
      // A revoked invitation must not come to life again.
      `UPDATE invitations SET expires_at = least(expires_at, revoked_at) WHERE revoked_at IS NOT NULL`,
      `ALTER TABLE invitations DROP COLUMN ticket_visibility, DROP COLUMN team_ids, DROP COLUMN invited_by, DROP COLUMN revoked_at`,
      `DROP INDEX invitations_by_creation`,
      `REVOKE INSERT ON invitations FROM kontor_app`,
      `REVOKE UPDATE (role, token_hash, expires_at, created_at) ON invitations FROM kontor_app`,
      `DROP POLICY own_tenant_settings ON tenants`,
      `REVOKE UPDATE (name, time_zone, locale) ON tenants FROM kontor_app`,
      `ALTER TABLE tenants DROP COLUMN version`,
    );
  }
}
