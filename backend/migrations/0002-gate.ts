import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './row-level-security.ts';

/** The columns by which access knows a session. */
const SESSION = `session_id uuid, user_id uuid, tenant_id uuid, role text, ticket_visibility text, auth_version integer,
  expires_at timestamptz, state text`;

/** `state` is why a session does not hold, `valid` when it does. Idle for 7 days or past its end it has expired. */
const SESSION_ROW = `SELECT s.id, s.user_id, s.tenant_id, m.role, m.ticket_visibility, s.auth_version, s.expires_at,
    CASE WHEN s.revoked_at IS NOT NULL OR m.status <> 'active' THEN 'revoked'
         WHEN s.expires_at <= now() OR s.last_seen_at <= now() - interval '7 days' THEN 'expired'
         ELSE 'valid' END
  FROM public.sessions s JOIN public.memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id`;

/**
 * The functions that run before a tenant is known, all of them. They belong to `kontor_gate`, which nobody signs in as
 * and whose policies open only what they read. `pg_temp` stands last in their path, or a temporary type of the caller's
 * would run as them.
 */
const FUNCTIONS: Record<string, string> = {
  'session(token_hash bytea)': `RETURNS TABLE (${SESSION}) LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      UPDATE public.sessions s SET last_seen_at = now()
        WHERE s.token_hash = session.token_hash AND s.revoked_at IS NULL AND s.expires_at > now()
          AND s.last_seen_at < now() - interval '5 minutes' AND s.last_seen_at > now() - interval '7 days';
      RETURN QUERY ${SESSION_ROW} WHERE s.token_hash = session.token_hash;
    END $$`,
  'enter(session uuid, version integer)': `RETURNS void LANGUAGE plpgsql VOLATILE AS $$
    DECLARE found_tenant uuid; found_user uuid;
    BEGIN
      SELECT s.tenant_id, s.user_id INTO found_tenant, found_user FROM public.sessions s
        WHERE s.id = session AND s.auth_version = version AND s.revoked_at IS NULL AND s.expires_at > now();
      IF NOT FOUND THEN RAISE EXCEPTION 'session does not hold' USING ERRCODE = 'KS001'; END IF;
      PERFORM set_config('kontor.tenant', found_tenant::text, true), set_config('kontor.user', found_user::text, true);
    END $$`,
  'standing(session_ids uuid[], versions integer[])': `RETURNS TABLE (session_id uuid) LANGUAGE sql STABLE AS $$
    SELECT s.id FROM unnest(session_ids, versions) AS held (id, version)
      JOIN public.sessions s ON s.id = held.id AND s.auth_version = held.version
      WHERE s.revoked_at IS NULL AND s.expires_at > now() $$`,
  'redeem_realtime_token(hash bytea)': `RETURNS TABLE (${SESSION}) LANGUAGE plpgsql VOLATILE AS $$
    DECLARE found uuid;
    BEGIN
      DELETE FROM public.realtime_tokens t WHERE t.expires_at < now() - interval '1 minute';
      DELETE FROM public.realtime_tokens t WHERE t.token_hash = hash AND t.expires_at > now() RETURNING t.session_id INTO found;
      RETURN QUERY ${SESSION_ROW} WHERE s.id = found;
    END $$`,
  'credential(address text)': `RETURNS TABLE (user_id uuid, password_hash text) LANGUAGE sql STABLE AS $$
    SELECT u.id, c.password_hash FROM public.users u JOIN public.credentials c ON c.user_id = u.id
      WHERE u.email = lower(address) $$`,
  'password(person uuid)': `RETURNS TABLE (password_hash text) LANGUAGE sql STABLE AS $$
    SELECT c.password_hash FROM public.credentials c WHERE c.user_id = person $$`,
  'workspaces(person uuid)': `RETURNS TABLE (tenant_id uuid, name text, slug text, time_zone text, locale text, role text)
    LANGUAGE sql STABLE AS $$
    SELECT t.id, t.name, t.slug, t.time_zone, t.locale, m.role FROM public.memberships m
      JOIN public.tenants t ON t.id = m.tenant_id
      WHERE m.user_id = person AND m.status = 'active' ORDER BY t.name, t.id $$`,
  'invitation(hash bytea)': `RETURNS TABLE (tenant_id uuid, tenant_name text, email text, role text, expires_at timestamptz,
      has_account boolean, state text)
    LANGUAGE sql STABLE AS $$
    SELECT i.tenant_id, t.name, i.email, i.role, i.expires_at,
      EXISTS (SELECT 1 FROM public.users u WHERE u.email = i.email),
      CASE WHEN i.accepted_at IS NOT NULL THEN 'used' WHEN i.expires_at <= now() THEN 'expired' ELSE 'open' END
      FROM public.invitations i JOIN public.tenants t ON t.id = i.tenant_id WHERE i.token_hash = hash $$`,
  'accept_invitation(hash bytea, person_name text, password_hash text)': `RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
    DECLARE invited public.invitations; person uuid;
    BEGIN
      UPDATE public.invitations i SET accepted_at = now()
        WHERE i.token_hash = hash AND i.accepted_at IS NULL AND i.expires_at > now() RETURNING * INTO invited;
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
      INSERT INTO public.memberships (tenant_id, user_id, role) VALUES (invited.tenant_id, person, invited.role)
        ON CONFLICT (tenant_id, user_id) DO UPDATE
          SET role = excluded.role, status = 'active', deactivated_at = NULL, version = memberships.version + 1
          -- Whoever is here already keeps the role that was given since.
          WHERE memberships.status = 'deactivated';
      RETURN person;
    END $$`,
};

export class Gate1763600000002 implements MigrationInterface {
  name = 'Gate1763600000002';

  async up(runner: QueryRunner): Promise<void> {
    await run(runner, `CREATE SCHEMA gate`, `GRANT USAGE, CREATE ON SCHEMA gate TO kontor_gate`);
    await run(runner, `GRANT USAGE ON SCHEMA gate TO kontor_app`);
    for (const [signature, body] of Object.entries(FUNCTIONS)) {
      await run(
        runner,
        `CREATE FUNCTION gate.${signature} ${body.replace(' AS $$', () => ' SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$')}`,
        `REVOKE ALL ON FUNCTION gate.${signature} FROM PUBLIC`,
        `GRANT EXECUTE ON FUNCTION gate.${signature} TO kontor_app`,
        `ALTER FUNCTION gate.${signature} OWNER TO kontor_gate`,
      );
    }
    await run(runner, `REVOKE CREATE ON SCHEMA gate FROM kontor_gate`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await run(runner, `SET ROLE kontor_gate`);
    for (const signature of Object.keys(FUNCTIONS)) await runner.query(`DROP FUNCTION gate.${signature}`);
    await run(runner, `RESET ROLE`, `DROP SCHEMA gate`);
  }
}
