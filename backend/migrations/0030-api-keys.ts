import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGateFunctions, dropGateFunctions, type GateFunctions } from './gate-functions.ts';
import { openToRole, openToTenant, run, TENANT, TENANT_COLUMN } from './row-level-security.ts';

/**
 * `api_key` is for a key what `session` is for a session (0021-second-factor.ts), and answers its scopes, too. A key is not
 * idle after 7 days; a service member has nothing to enrol with. Its last use is written once a minute at most.
 */
const FUNCTIONS: GateFunctions = {
  'api_key(hash bytea)': `RETURNS TABLE (session_id uuid, user_id uuid, tenant_id uuid, role text, ticket_visibility text, team_ids uuid[],
      must_enrol boolean, auth_version integer, expires_at timestamptz, state text, scopes text[])
    LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      UPDATE public.api_keys k SET last_used_at = now() FROM public.sessions s
        WHERE s.token_hash = hash AND s.revoked_at IS NULL AND s.expires_at > now() AND k.tenant_id = s.tenant_id AND k.id = s.id
          AND (k.last_used_at IS NULL OR k.last_used_at < now() - interval '1 minute');
      RETURN QUERY SELECT s.id, s.user_id, s.tenant_id, m.role, m.ticket_visibility,
          ARRAY(SELECT b.team_id FROM public.team_members b WHERE b.tenant_id = s.tenant_id AND b.user_id = s.user_id ORDER BY b.team_id),
          u.kind = 'person' AND w.requires_second_factor
            AND NOT EXISTS (SELECT 1 FROM public.second_factors f WHERE f.user_id = s.user_id AND f.confirmed_at IS NOT NULL),
          s.auth_version, nullif(s.expires_at, 'infinity'),
          CASE WHEN s.revoked_at IS NOT NULL OR m.status <> 'active' THEN 'revoked' WHEN s.expires_at <= now() THEN 'expired' ELSE 'valid' END,
          k.scopes
        FROM public.sessions s
        JOIN public.api_keys k ON k.tenant_id = s.tenant_id AND k.id = s.id
        JOIN public.memberships m ON m.tenant_id = s.tenant_id AND m.user_id = s.user_id
        JOIN public.users u ON u.id = s.user_id
        JOIN public.tenants w ON w.id = s.tenant_id
        WHERE s.token_hash = hash;
    END $$`,
  // Neither people nor memberships can be made by the app itself: it could make anybody a member.
  'add_service_member(service_name text, role text, visibility text)': `RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
    DECLARE tenant uuid := nullif(current_setting('kontor.tenant', true), '')::uuid; service uuid;
    BEGIN
      INSERT INTO public.users (kind, name, locale, time_zone)
        SELECT 'service', service_name, t.locale, t.time_zone FROM public.tenants t WHERE t.id = tenant RETURNING id INTO service;
      INSERT INTO public.memberships (tenant_id, user_id, role, ticket_visibility) VALUES (tenant, service, role, visibility);
      RETURN service;
    END $$`,
};

/**
 * API keys, and service members to own them. A key acts through a session of its own (of the same id), so that whatever ends
 * a member's sessions or renews their rights does the same to the member's keys, in the same proof of the same one flight.
 */
export class ApiKeys1763600000030 implements MigrationInterface {
  name = 'ApiKeys1763600000030';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `ALTER TABLE users ADD kind text NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'service')),
        ALTER email DROP NOT NULL,
        ADD CONSTRAINT users_person_has_email CHECK ((kind = 'person') = (email IS NOT NULL))`,
      `ALTER TABLE sessions ADD is_key boolean NOT NULL DEFAULT false`,
      `CREATE POLICY opening_for_service ON sessions FOR INSERT TO kontor_app WITH CHECK (is_key AND tenant_id = ${TENANT}
        AND EXISTS (SELECT 1 FROM users u WHERE u.id = user_id AND u.kind = 'service'))`,
      `CREATE TABLE api_keys (
        ${TENANT_COLUMN},
        id uuid NOT NULL REFERENCES sessions (id) ON DELETE RESTRICT,
        user_id uuid NOT NULL,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, user_id) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT,
        FOREIGN KEY (tenant_id, created_by) REFERENCES memberships (tenant_id, user_id) ON DELETE RESTRICT
      )`,
      `CREATE INDEX api_keys_by_creation ON api_keys (tenant_id, created_at, id)`,
      `CREATE INDEX api_keys_by_member ON api_keys (tenant_id, user_id, created_at, id)`,
    );
    await openToTenant(runner, 'api_keys', 'SELECT, INSERT (id, user_id, name, scopes, created_by, created_at)');
    for (const command of ['SELECT', 'UPDATE']) await openToRole(runner, 'api_keys', 'kontor_gate', command);
    await createGateFunctions(runner, FUNCTIONS);
  }

  /** Keys and service members are no sessions and no people without their columns: they go. */
  async down(runner: QueryRunner): Promise<void> {
    await dropGateFunctions(runner, FUNCTIONS);
    await run(
      runner,
      `DROP TABLE api_keys`,
      `DELETE FROM sessions WHERE is_key`,
      `DROP POLICY opening_for_service ON sessions`,
      `ALTER TABLE sessions DROP COLUMN is_key`,
      // What a service member did keeps its name; an address that nobody has keeps it from ever signing in.
      `ALTER TABLE users DROP CONSTRAINT users_person_has_email`,
      `UPDATE users SET email = id::text || '@service.invalid' WHERE email IS NULL`,
      `ALTER TABLE users ALTER email SET NOT NULL, DROP COLUMN kind`,
    );
  }
}
