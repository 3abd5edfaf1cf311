import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { lockUnlessRunning, takeStartLock } from '../lib/start-lock.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kontor-lock-'));
});

afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('start lock', () => {
  it('lets one in and tells the next one who it is', async () => {
    const lock = await takeStartLock(dataDir);
    await expect(takeStartLock(dataDir)).rejects.toThrow(`already running on ${dataDir} (process ${process.pid})`);
    expect(await lockUnlessRunning(dataDir)).toBeUndefined();
    await lock.release();
    await (await takeStartLock(dataDir)).release();
  });

  it('waits for a holder that is stopping', async () => {
    const lock = await takeStartLock(dataDir, () => true);
    const next = takeStartLock(dataDir);
    expect(await Promise.race([next, sleep(300, 'waiting')])).toBe('waiting');
    await lock.release();
    await (await next).release();
  });

  it('is one per data folder', async () => {
    const other = await mkdtemp(join(tmpdir(), 'kontor-lock-'));
    const locks = await Promise.all([takeStartLock(dataDir), takeStartLock(other)]);
    await Promise.all(locks.map((lock) => lock.release()));
    await rm(other, { recursive: true });
  });
});
