import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { text } from 'node:stream/consumers';

import { Failure, messageOf } from './failure.ts';

export interface StartLock {
  release(): Promise<void>;
}

const WAIT_FOR_STOPPING_MS = 40_000;

/**
 * One tool at a time per data folder. The lock is a listening socket, which the system takes back even after kill -9;
 * it tells whoever asks whether its holder is about to stop, and then the next one waits for it.
 */
export async function takeStartLock(dataDir: string, stopping: () => boolean = () => false): Promise<StartLock> {
  const address = addressOf(dataDir);
  const deadline = Date.now() + WAIT_FOR_STOPPING_MS;
  for (;;) {
    const server = await listen(address, () => JSON.stringify({ pid: process.pid, stopping: stopping() }));
    if (server) return { release: () => new Promise((done) => server.close(() => done())) };
    const holder = await ask(address);
    // Nobody answers: a socket file that outlived its process. The holder of a pipe or abstract name cannot be gone.
    if (!holder && !address.startsWith('\0') && process.platform !== 'win32') rmSync(address, { force: true });
    if (holder && !holder.stopping) throw new Failure(running(dataDir, holder.pid));
    if (Date.now() > deadline) throw new Failure(running(dataDir, holder?.pid));
    await sleep(100);
  }
}

/** For what may work beside a running Kontor: undefined then, and the lock otherwise. */
export async function lockUnlessRunning(dataDir: string): Promise<StartLock | undefined> {
  const holder = await ask(addressOf(dataDir));
  return holder && !holder.stopping ? undefined : takeStartLock(dataDir);
}

function running(dataDir: string, pid: number | undefined): string {
  const holder = pid ? ` (process ${pid})` : '';
  return `Kontor is already running on ${dataDir}${holder}: stop it first, or set KONTOR_DATA_DIR.`;
}

/** Not inside the data folder: a socket path may have about 100 characters only. */
function addressOf(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new Failure(`KONTOR_DATA_DIR cannot be used: ${messageOf(error)}`);
  }
  const name = `kontor-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string, state: () => string): Promise<Server | undefined> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(state());
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(undefined);
      else fail(error);
    });
    server.listen(address, () => {
      server.unref();
      done(server);
    });
  });
}

async function ask(address: string): Promise<{ pid: number; stopping: boolean } | undefined> {
  try {
    const socket = connect(address);
    socket.setTimeout(2_000, () => socket.destroy());
    return JSON.parse(await text(socket)) as { pid: number; stopping: boolean };
  } catch {
    return undefined;
  }
}
