import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BackendProcess, buildBackend, type Build } from '../support/backend-process.ts';
import { copyTemplate, type Database } from '../support/databases.ts';
import { PDF, sendFile, upload } from '../support/files.ts';
import { newTenant } from '../support/people.ts';

let build: Build;
let database: Database;
let backend: BackendProcess;
beforeAll(async () => {
  [build, database] = await Promise.all([buildBackend(), copyTemplate()]);
  // No file may grow beyond 64 blocks of 512 or 1,024 bytes: what a full disk says, without filling one.
  backend = await BackendProcess.start(build, database, {}, "trap '' XFSZ; ulimit -f 64");
}, 60_000);
afterAll(async () => {
  await backend.end('SIGTERM');
  await Promise.all([database.drop(), build.remove()]);
});

const onWindows = process.platform === 'win32';

(onWindows ? it.skip : it)('tells that there is no room, keeps nothing of the file, and goes on', async () => {
  const agent = await (await newTenant(backend)).join();
  const refused = await sendFile(agent, 'large.pdf', Buffer.concat([PDF, Buffer.alloc(500_000)])).expect(507);
  expect(refused.body).toMatchObject({ code: 'STORAGE_FULL', retryable: true, retryAfter: 60 });
  expect(await readdir(join(backend.filesFolder, 'incoming'))).toEqual([]);
  await upload(agent, 'small.pdf', PDF);
});
