import { backendCommand } from '../prepare-database.ts';
import { runOnDatabase } from '../run-on-database.ts';
import { runNode } from '../run-program.ts';

/** `npm run password:reset -- --email …`: prints a single-use link for an account, where no mail brings it. */
export function run(): Promise<number> {
  return runOnDatabase(async (env) => (await runNode(backendCommand('password-reset'), process.argv.slice(2), { env, live: true })).code);
}
