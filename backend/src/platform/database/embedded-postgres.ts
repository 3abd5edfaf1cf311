import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { chmod, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { localSecret } from './local-secrets.ts';
import { runProgram, serverAccount, spawnServer } from './postgres-binaries.ts';
import { probe, readPostmaster, runningPostmaster } from './postmaster.ts';

export interface EmbeddedPostgresOptions {
  dataDir: string;
  /** Fixed port; without it a free one is picked and remembered. */
  port?: number;
  /** False only where data may be lost, as in tests: commits no longer wait for the disk. */
  durable?: boolean;
}

export interface EmbeddedPostgres {
  superuserUrl: string;
  port: number;
  /** True when a server left running by an earlier process was taken over. */
  adopted: boolean;
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const STILL_IN_USE = /shared memory block .* is still in use/;
const VOLATILE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Brings up the PostgreSQL whose files are in `<dataDir>/postgres`: creates it, starts it, or adopts the one that
 * survived its parent. Callers see to it that only one of them does so at a time.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const files = join(dataDir, 'postgres');
  await mkdir(join(dataDir, 'logs'), { recursive: true });
  const password = localSecret(dataDir, 'superuser');
  if (!existsSync(files)) await initialise(dataDir, files, password);
  const running = await runningPostmaster(files, password);
  const port = running?.port ?? options.port ?? (await rememberedPort(dataDir));
  if (!running) await start(dataDir, files, port, password, options.durable ?? true);
  return {
    superuserUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    port,
    adopted: running !== undefined,
    stop: () => stopServer(dataDir),
  };
}

/** Stops whatever runs in the folder; nothing running is fine. */
export async function stopServer(dataDir: string): Promise<void> {
  const files = join(resolve(dataDir), 'postgres');
  if (!readPostmaster(files)) return;
  await runProgram('pg_ctl', ['stop', '-D', files, '-m', 'fast', '-w', '-t', '30'], dataDir).catch((error: unknown) => {
    if (readPostmaster(files)) throw error;
  });
}

/** Made beside its place and renamed, since an initdb that was cut short leaves a folder that looks complete. */
async function initialise(dataDir: string, files: string, password: string): Promise<void> {
  const draft = `${files}.new`;
  const passwordFile = join(dataDir, 'postgres.password');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  const account = serverAccount(dataDir);
  if (account) {
    await chmod(dataDir, statSync(dataDir).mode | 0o111);
    for (const path of [draft, passwordFile]) await chown(path, account.uid, account.gid);
  }
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    await runProgram('initdb', [`--pgdata=${draft}`, ...locale, ...access], dataDir);
    await rename(draft, files);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function start(dataDir: string, files: string, port: number, password: string, durable: boolean): Promise<void> {
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'timezone=UTC'];
  const all = [...settings, 'log_timezone=UTC', 'log_checkpoints=off', ...(durable ? [] : VOLATILE)];
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const problem = await attempt(dataDir, files, all, () => probe(port, password, files), deadline);
    if (problem === undefined) return;
    // The workers of a killed server need a moment to notice and to let go of its memory.
    if (!STILL_IN_USE.test(problem) || Date.now() > deadline) {
      throw new Error(`The embedded PostgreSQL did not start: ${problem}`);
    }
    await sleep(200);
  }
}

/** One start; answers the server's last words when it ended before it was ready. */
async function attempt(
  dataDir: string,
  files: string,
  settings: string[],
  ready: () => Promise<string>,
  deadline: number,
): Promise<string | undefined> {
  const logFile = join(dataDir, 'logs', 'postgres.log');
  const exited = launch(dataDir, files, settings, logFile);
  while (Date.now() < deadline) {
    if ((await ready()) === 'ours') return undefined;
    if (exited()) return readFileSync(logFile, 'utf8').trim().split('\n').slice(-4).join(' | ');
    await sleep(50);
  }
  return `no answer within ${START_TIMEOUT_MS / 1000} s, see ${logFile}`;
}

function launch(dataDir: string, files: string, settings: string[], logFile: string): () => boolean {
  let gone = false;
  if (process.platform === 'win32') {
    // Administrators may not run the server itself; pg_ctl gives up those rights first.
    const options = settings.map((setting) => `-c ${setting}`).join(' ');
    const args = ['start', '-D', files, '-l', logFile, '-o', options, '-w'];
    runProgram('pg_ctl', args, dataDir).catch(() => (gone = true));
    return () => gone;
  }
  const log = openSync(logFile, 'a', 0o600);
  // A process number left in the pid file may belong to any program by now. The server compares it with its
  // "grandparent" before it refuses, and still checks the shared memory, so no file needs deleting.
  const stale = readPostmaster(files);
  const env = stale ? { PG_GRANDPARENT_PID: String(stale.pid) } : {};
  const server = spawnServer(['-D', files, ...settings.flatMap((setting) => ['-c', setting])], dataDir, log, env);
  server.on('exit', () => (gone = true));
  server.on('error', () => (gone = true));
  server.unref();
  closeSync(log);
  return () => gone;
}

async function rememberedPort(dataDir: string): Promise<number> {
  const file = join(dataDir, 'postgres.port');
  const known = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = await freePort(known).catch(() => freePort(0));
  await writeFile(file, `${port}\n`);
  return port;
}

function freePort(wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
