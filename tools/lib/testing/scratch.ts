import { existsSync, globSync } from 'node:fs';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { stopServer } from '../../../backend/src/platform/database/embedded-postgres.ts';
import { messageOf } from '../failure.ts';

/** The temporary folder of one test run; PostgreSQL's own account must be able to pass through it. */
export async function createScratch(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'kontor-test-')));
  await chmod(folder, 0o711);
  return folder;
}

/** Whatever the tests put into temporary folders, also when they were killed half-way. */
export function scratchEnvironment(folder: string): Record<string, string> {
  return { TMPDIR: folder, TEMP: folder, TMP: folder };
}

/** Stops a PostgreSQL that a killed test left behind, and removes the folder. */
export async function cleanUp(folder: string): Promise<void> {
  for (const pidFile of globSync('{*/,}{*/,}postgres/postmaster.pid', { cwd: folder })) {
    const dataDir = dirname(dirname(join(folder, pidFile)));
    await stopServer(dataDir).catch((error: unknown) => console.error(messageOf(error)));
  }
  if (existsSync(folder)) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
