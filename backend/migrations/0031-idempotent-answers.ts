import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openToRole, openToTenant, TENANT_COLUMN } from './row-level-security.ts';

/** What was answered to requests with an `Idempotency-Key`, kept for a day so that the same request gets it again. */
export class IdempotentAnswers1763600000031 implements MigrationInterface {
  name = 'IdempotentAnswers1763600000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE idempotent_answers (
      ${TENANT_COLUMN},
      request_hash bytea NOT NULL,
      body_hash bytea NOT NULL,
      status smallint NOT NULL CHECK (status BETWEEN 200 AND 299),
      answer text,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, request_hash)
    )`);
    await runner.query(`CREATE INDEX idempotent_answers_by_age ON idempotent_answers (created_at)`);
    await openToTenant(runner, 'idempotent_answers', 'SELECT, INSERT, UPDATE (body_hash, status, answer, created_at)');
    for (const command of ['SELECT', 'DELETE']) await openToRole(runner, 'idempotent_answers', 'kontor_system', command);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE idempotent_answers`);
  }
}
