import type { QueryRunner } from 'typeorm';
import { run } from './row-level-security.ts';

/** The body of a gate function by its signature, `name(parameter type, …)`; `RETURNS … LANGUAGE … AS $$ … $$`. */
export type GateFunctions = Readonly<Record<string, string>>;

/** Makes functions as 0002-gate.ts does: they run as `kontor_gate`, with a fixed path, for the app alone. */
export async function createGateFunctions(runner: QueryRunner, functions: GateFunctions): Promise<void> {
  await run(runner, `GRANT CREATE ON SCHEMA gate TO kontor_gate`);
  for (const [signature, body] of Object.entries(functions)) {
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

export async function dropGateFunctions(runner: QueryRunner, functions: GateFunctions): Promise<void> {
  await run(runner, `SET ROLE kontor_gate`);
  for (const signature of Object.keys(functions)) await runner.query(`DROP FUNCTION gate.${signature}`);
  await run(runner, `RESET ROLE`);
}
