import { existsSync, readdirSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { join } from 'node:path';

import { stopServer } from '../../../backend/src/platform/database/embedded-postgres.ts';
import { Failure } from '../failure.ts';
import { readSettings } from '../settings.ts';
import { takeStartLock } from '../start-lock.ts';

/** All that Kontor puts into its data folder; anything else there is not ours to delete. */
const OURS = /^(postgres(\.new|\.port|\.password)?|logs|running|secrets\.json(\.new)?)$/;

/** `npm run reset`: asks, then removes the local database with everything in it. */
export async function run(): Promise<number> {
  const { dataDir } = readSettings();
  if (!existsSync(dataDir)) {
    console.log(`Nothing to remove: ${dataDir} does not exist.`);
    return 0;
  }
  if (!process.argv.includes('--yes') && !(await confirmed(dataDir))) {
    console.log('Nothing was removed.');
    return 1;
  }
  const lock = await takeStartLock(dataDir);
  try {
    await stopServer(dataDir);
    remove(dataDir);
  } finally {
    await lock.release();
  }
  console.log(`Removed the local data in ${dataDir}.`);
  return 0;
}

async function confirmed(dataDir: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Failure('npm run reset asks first: add -- --yes where nobody can answer.');
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`Delete all local data in ${dataDir}? (y/N) `);
  prompt.close();
  return /^y(es)?$/i.test(answer.trim());
}

function remove(dataDir: string): void {
  const found = readdirSync(dataDir);
  for (const name of found.filter((entry) => OURS.test(entry))) {
    rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  if (found.every((entry) => OURS.test(entry))) rmSync(dataDir, { recursive: true, force: true });
}
