import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../../tools/lib/failure.ts';
import { Child } from './child.ts';

const PROBE = ['--import', new URL('./cpu-probe.ts', import.meta.url).href];
const BACKEND = join(import.meta.dirname, '..', '..');
/** Of both servers: Kontor's default. */
const CONNECTIONS = 10;
const START_MS = 30_000;
/** High enough never to refuse: the limits are counted and told, as always. */
const LIMITS = Object.fromEntries(['PUBLIC', 'ADDRESS', 'READ', 'USER_ACTION'].map((name) => [`KONTOR_LIMIT_${name}`, '10000000']));

/** A server under measurement. */
export interface MeasuredServer {
  name: 'kontor' | 'bare';
  port: number;
  /** Where its sockets must say that they come from. */
  origin: string;
  process: Child;
}

export interface Start {
  folder: string;
  /** Answers once the server works. */
  token: string;
  signal: AbortSignal;
}

/** Kontor's build as production runs it; only the limits are raised. */
export async function startKontor(
  urls: { app: string; system: string },
  start: Start,
  name = 'kontor',
  execArgv: string[] = [],
): Promise<MeasuredServer> {
  const port = await freePort();
  const webPort = await freePort();
  const inherited = Object.entries(process.env).filter(([key]) => !/^(DATABASE_|KONTOR_|NODE_)/.test(key));
  const env = {
    ...Object.fromEntries(inherited),
    ...LIMITS,
    NODE_ENV: 'production',
    KONTOR_HOST: '127.0.0.1',
    KONTOR_API_PORT: String(port),
    KONTOR_WEB_PORT: String(webPort),
    KONTOR_DATABASE_POOL: String(CONNECTIONS),
    KONTOR_FORWARD_SECRET: randomBytes(32).toString('hex'),
    KONTOR_ENCRYPTION_KEYS: randomBytes(32).toString('hex'),
    DATABASE_URL: urls.app,
    DATABASE_SYSTEM_URL: urls.system,
  };
  const options = { folder: start.folder, env, execArgv: [...PROBE, ...execArgv], cwd: join(BACKEND, '..') };
  const child = new Child(name, join(BACKEND, 'dist', 'main.js'), [], options);
  const server: MeasuredServer = { name: 'kontor', port, origin: `http://localhost:${webPort}`, process: child };
  return ready(server, name, start);
}

export async function startBare(url: string, start: Start, isPipelined: boolean): Promise<MeasuredServer> {
  const port = await freePort();
  const args = [String(port), url, String(CONNECTIONS), ...(isPipelined ? ['pipelined'] : [])];
  const options = { folder: start.folder, execArgv: PROBE, env: { ...process.env, NODE_ENV: 'production' as const } };
  const child = new Child('bare', join(import.meta.dirname, '..', 'bare', 'server.ts'), args, options);
  return ready({ name: 'bare', port, origin: `http://localhost:${port}`, process: child }, 'bare', start);
}

async function ready(server: MeasuredServer, name: string, { folder, token, signal }: Start): Promise<MeasuredServer> {
  const deadline = Date.now() + START_MS;
  const headers = { authorization: `Bearer ${token}` };
  while (!signal.aborted && !server.process.hasExited && Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/members?limit=1`, { headers }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return server;
    await sleep(50);
  }
  await server.process.stop();
  const log = await readFile(join(folder, `${name}.log`), 'utf8');
  throw new Failure(`The ${name} server did not start: ${log.trim().split('\n').slice(-3).join(' | ')}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
