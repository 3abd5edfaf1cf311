import type { Environment } from '../child-environment.ts';
import { backendCommand } from '../prepare-database.ts';
import { runOnDatabase } from '../run-on-database.ts';
import { runNode } from '../run-program.ts';

/** `npm run tenant:create -- --name … --owner-email …`: prints the single-use link for the first owner. */
export function run(): Promise<number> {
  return runOnDatabase(createTenant);
}

async function createTenant(env: Environment): Promise<number> {
  const migrated = await runNode(backendCommand('migrate'), [], { env });
  if (migrated.code !== 0) {
    process.stderr.write(migrated.output);
    return migrated.code;
  }
  const { code } = await runNode(backendCommand('tenant-create'), process.argv.slice(2), { env, live: true });
  return code;
}
