import { backendCommand } from '../prepare-database.ts';
import { buildAll } from '../nx.ts';
import { runOnDatabase } from '../run-on-database.ts';
import { runNode } from '../run-program.ts';

/** `npm run audit:verify` verifies the chains of the database, `npm run audit:verify -- <file>` one that was taken away, without any. */
export async function run(): Promise<number> {
  const args = process.argv.slice(2);
  const verify = async (env?: NodeJS.ProcessEnv) => (await runNode(backendCommand('audit-verify'), args, { ...(env && { env }), live: true })).code;
  if (args.length === 0) return runOnDatabase(verify);
  await buildAll(['@kontor/backend']);
  return verify();
}
