import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGateFunctions, dropGateFunctions, type GateFunctions } from './gate-functions.ts';
import { createJobQueues, dropJobQueues } from './job-queues.ts';
import { closeTable, openToRole, PERSON, run } from './row-level-security.ts';

const FUNCTIONS: GateFunctions = {
  // The same for every address, known or not: who has an account is looked up later, by a job.
  'ask_password_reset(address text)': `RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
    DECLARE asked uuid;
    BEGIN
      DELETE FROM public.password_resets r WHERE r.expires_at <= now();
      INSERT INTO public.password_resets (email, expires_at) VALUES (lower(address), now() + interval '30 minutes') RETURNING id INTO asked;
      RETURN asked;
    END $$`,
  'issue_password_reset(reset uuid, hash bytea)': `RETURNS TABLE (email text, name text, locale text, attempts integer, expires_at timestamptz)
    LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
      RETURN QUERY UPDATE public.password_resets r SET token_hash = hash, user_id = u.id, attempts = r.attempts + 1
        FROM public.users u JOIN public.credentials c ON c.user_id = u.id
        WHERE r.id = reset AND r.expires_at > now() AND u.email = r.email
        RETURNING u.email, u.name, u.locale, r.attempts, r.expires_at;
      IF NOT FOUND THEN DELETE FROM public.password_resets r WHERE r.id = reset; END IF;
    END $$`,
  'password_reset(hash bytea)': `RETURNS TABLE (user_id uuid, email text) LANGUAGE sql STABLE AS $$
    SELECT r.user_id, r.email FROM public.password_resets r WHERE r.token_hash = hash AND r.expires_at > now() $$`,
  // A link works once, and with it go all others of the same person.
  'use_password_reset(hash bytea)': `RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
    DECLARE person uuid;
    BEGIN
      DELETE FROM public.password_resets r WHERE r.token_hash = hash AND r.expires_at > now() RETURNING r.user_id INTO person;
      DELETE FROM public.password_resets r WHERE r.user_id = person;
      RETURN person;
    END $$`,
};

/** Links by which people who have forgotten their password choose a new one. Only their hashes are kept. */
export class PasswordResets1763600000037 implements MigrationInterface {
  name = 'PasswordResets1763600000037';

  async up(runner: QueryRunner): Promise<void> {
    await run(
      runner,
      `CREATE TABLE password_resets (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        email text NOT NULL CHECK (length(email) <= 254),
        user_id uuid REFERENCES users (id) ON DELETE RESTRICT,
        token_hash bytea UNIQUE,
        attempts integer NOT NULL DEFAULT 0,
        expires_at timestamptz NOT NULL
      )`,
      `CREATE INDEX password_resets_by_expiry ON password_resets (expires_at)`,
      `CREATE INDEX password_resets_by_user ON password_resets (user_id)`,
    );
    await closeTable(runner, 'password_resets');
    for (const command of ['SELECT', 'INSERT', 'UPDATE', 'DELETE']) await openToRole(runner, 'password_resets', 'kontor_gate', command);
    await run(
      runner,
      `CREATE POLICY oneself ON password_resets TO kontor_app USING (user_id = ${PERSON})`,
      `GRANT SELECT (user_id), DELETE ON password_resets TO kontor_app`,
    );
    await createGateFunctions(runner, FUNCTIONS);
    await createJobQueues(runner, ['password-reset'], { expireInSeconds: 600 });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropJobQueues(runner, ['password-reset']);
    await dropGateFunctions(runner, FUNCTIONS);
    await runner.query(`DROP TABLE password_resets`);
  }
}
