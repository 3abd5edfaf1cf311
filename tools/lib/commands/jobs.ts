import { backendCommand } from '../prepare-database.ts';
import { runOnDatabase } from '../run-on-database.ts';
import { runNode } from '../run-program.ts';

/** `npm run jobs`: what waits and what has failed; `-- replay …` sends dead letters back. */
export function run(): Promise<number> {
  return runOnDatabase(async (env) => (await runNode(backendCommand('jobs'), process.argv.slice(2), { env, live: true })).code);
}
