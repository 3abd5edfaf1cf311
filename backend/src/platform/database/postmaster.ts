import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

/** What postmaster.pid says (PostgreSQL's miscadmin.h, LOCK_FILE_LINE_*): line 1 the process, line 4 the port. */
export interface Postmaster {
  pid: number;
  port: number;
}

const SETTLE_TIMEOUT_MS = 60_000;
/** 57P03: it is starting up, recovering or shutting down. */
const NOT_NOW = '57P03';

export function readPostmaster(files: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(files, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The server that runs on these files, once it has finished starting or stopping; undefined when there is none. */
export async function runningPostmaster(files: string, password: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + SETTLE_TIMEOUT_MS;
  for (;;) {
    const postmaster = readPostmaster(files);
    if (!postmaster || !isPostgres(postmaster.pid)) return undefined;
    const answer = postmaster.port > 0 ? await probe(postmaster.port, password, files) : 'silent';
    if (answer === 'ours') return postmaster;
    if (answer === 'foreign') return undefined;
    if (Date.now() > deadline) {
      throw new Error(`The PostgreSQL in ${files} (process ${postmaster.pid}) does not answer; stop it and try again.`);
    }
    await sleep(100);
  }
}

/** Who answers on the port: a server on these files, another one, or nobody yet. */
export async function probe(port: number, password: string, files: string): Promise<'ours' | 'foreign' | 'silent'> {
  const target = { host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' };
  const client = new pg.Client({ ...target, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return realpathSync(rows[0]?.data_directory ?? '/') === realpathSync(files) ? 'ours' : 'foreign';
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    return /^[0-9A-Z]{5}$/.test(code) && code !== NOT_NOW ? 'foreign' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return /postgres/i.test(commandOf(pid));
}

/** After a restart of the machine the number may be another program's, or nobody collected the dead process. */
function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return /\) Z /.test(stat) ? '' : stat;
    }
    if (process.platform === 'win32') {
      const tasklist = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'tasklist.exe');
      return execFileSync(tasklist, ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8', windowsHide: true });
    }
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
