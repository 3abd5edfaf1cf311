import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import { startEmbeddedPostgres, stopServer } from '../../src/platform/database/embedded-postgres.ts';

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kontor-embedded-'));
});

afterAll(async () => {
  await stopServer(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ answer: unknown }>(sql);
  await client.end();
  return rows[0]?.answer;
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

describe('embedded PostgreSQL', () => {
  it('starts, and is adopted as it is by the next one who starts it', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    await ask(first.superuserUrl, `CREATE TABLE kept AS SELECT 42 AS answer`);
    const second = await startEmbeddedPostgres({ dataDir });
    expect([first.adopted, second.adopted, second.port]).toEqual([false, true, first.port]);
    expect(await ask(second.superuserUrl, `SELECT current_setting('fsync') AS answer`)).toBe('on');
  });

  it('keeps its password to itself and listens on this machine only', async () => {
    const { superuserUrl } = await startEmbeddedPostgres({ dataDir });
    expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o077).toBe(0);
    expect(await ask(superuserUrl, `SELECT current_setting('listen_addresses') AS answer`)).toBe('127.0.0.1');
    const wrong = superuserUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('comes back with all data after it was killed', async () => {
    process.kill(await postmasterPid(), 'SIGKILL');
    const server = await startEmbeddedPostgres({ dataDir });
    expect(server.adopted).toBe(false);
    expect(await ask(server.superuserUrl, 'SELECT answer FROM kept')).toBe(42);
  });

  it('is not held up by a process file that names another program', async () => {
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
    const before = await readFile(pidFile, 'utf8');
    await stopServer(dataDir);
    await writeFile(pidFile, before.replace(/^\d+/, String(process.pid)));
    const server = await startEmbeddedPostgres({ dataDir });
    expect(await ask(server.superuserUrl, 'SELECT answer FROM kept')).toBe(42);
  });
});
