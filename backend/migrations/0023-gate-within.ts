import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from './row-level-security.ts';

/**
 * What the functions of search and its triggers call among themselves, as `kontor_gate`. Triggers ask for no right to call.
 * `search_index` takes any tenant: nobody outside of the gate has to be able to name one.
 */
const WITHIN = [
  'search_contact()',
  'search_index(uuid, uuid)',
  'search_message()',
  'search_moved()',
  'search_stem(text)',
  'search_terms(uuid, text, text[])',
  'search_ticket()',
].map((name) => `gate.${name}`);

export class GateWithin1763600000023 implements MigrationInterface {
  name = 'GateWithin1763600000023';

  async up(runner: QueryRunner): Promise<void> {
    await asGate(runner, `REVOKE ALL ON FUNCTION ${WITHIN.join(', ')} FROM kontor_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await asGate(runner, `GRANT EXECUTE ON FUNCTION ${WITHIN.join(', ')} TO kontor_app`);
  }
}

async function asGate(runner: QueryRunner, statement: string): Promise<void> {
  await run(runner, `SET ROLE kontor_gate`, statement, `RESET ROLE`);
}
