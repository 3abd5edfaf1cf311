import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BackendProcess } from '../support/backend-process.ts';
import { PDF, sendFile, upload } from '../support/files.ts';
import { newTenant } from '../support/people.ts';

let backend: BackendProcess;
beforeAll(async () => {
  // No file may grow beyond 64 blocks of 512 or 1,024 bytes: what a full disk says, without filling one.
  backend = await BackendProcess.open({ limits: "trap '' XFSZ; ulimit -f 64" });
}, 60_000);
afterAll(() => backend.close());

const onWindows = process.platform === 'win32';

(onWindows ? it.skip : it)('tells that there is no room, keeps nothing of the file, and goes on', async () => {
  const agent = await (await newTenant(backend)).join();
  const refused = await sendFile(agent, 'large.pdf', Buffer.concat([PDF, Buffer.alloc(500_000)])).expect(507);
  expect(refused.body).toMatchObject({ code: 'STORAGE_FULL', retryable: true, retryAfter: 60 });
  expect(await readdir(join(backend.filesFolder, 'incoming'))).toEqual([]);
  await upload(agent, 'small.pdf', PDF);
});
