import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../../tools/lib/failure.ts';
import { installedProgram } from '../../../tools/lib/installed-program.ts';
import { runNode } from '../../../tools/lib/run-program.ts';
import { Child } from './child.ts';

const PROBE = ['--import', new URL('./cpu-probe.ts', import.meta.url).href];
const BACKEND = join(import.meta.dirname, '..', '..');
const FRONTEND = join(BACKEND, '..', 'frontend');
/** Of both servers: Kontor's default. */
const CONNECTIONS = 10;
const START_MS = 30_000;
/** High enough never to refuse: the limits are counted and told, as always. */
const LIMITS = Object.fromEntries(['PUBLIC', 'ADDRESS', 'READ', 'USER_ACTION'].map((name) => [`KONTOR_LIMIT_${name}`, '10000000']));

/** A server under measurement. */
export interface MeasuredServer<Name extends string = string> {
  name: Name;
  port: number;
  /** Where its sockets must say that they come from. */
  origin: string;
  process: Child;
}

/** Kontor's backend, and what a frontend before it is told. */
export interface Backend extends MeasuredServer<'kontor'> {
  webPort: number;
  forwardSecret: string;
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
): Promise<Backend> {
  const port = await freePort();
  const webPort = await freePort();
  const forwardSecret = randomBytes(32).toString('hex');
  const env = {
    ...inherited(),
    ...LIMITS,
    NODE_ENV: 'production',
    KONTOR_HOST: '127.0.0.1',
    KONTOR_API_PORT: String(port),
    KONTOR_WEB_PORT: String(webPort),
    KONTOR_DATABASE_POOL: String(CONNECTIONS),
    KONTOR_FORWARD_SECRET: forwardSecret,
    KONTOR_ENCRYPTION_KEYS: randomBytes(32).toString('hex'),
    DATABASE_URL: urls.app,
    DATABASE_SYSTEM_URL: urls.system,
  };
  const options = { folder: start.folder, env, execArgv: [...PROBE, ...execArgv], cwd: join(BACKEND, '..') };
  const child = new Child(name, join(BACKEND, 'dist', 'main.js'), [], options);
  const server: Backend = { name: 'kontor', port, origin: `http://localhost:${webPort}`, process: child, webPort, forwardSecret };
  return ready(server, name, start);
}

export async function startBare(url: string, start: Start, isPipelined: boolean): Promise<MeasuredServer<'bare'>> {
  const port = await freePort();
  const args = [String(port), url, String(CONNECTIONS), ...(isPipelined ? ['pipelined'] : [])];
  const options = { folder: start.folder, execArgv: PROBE, env: { ...process.env, NODE_ENV: 'production' as const } };
  const child = new Child('bare', join(import.meta.dirname, '..', 'bare', 'server.ts'), args, options);
  return ready<MeasuredServer<'bare'>>({ name: 'bare', port, origin: `http://localhost:${port}`, process: child }, 'bare', start);
}

/** The frontend's production build before Kontor. Browsers reach it at the backend's `webPort`, where somebody is to stand. */
export async function startFrontend(backend: Backend, start: Start): Promise<MeasuredServer> {
  const port = await freePort();
  const env = {
    ...inherited(),
    NODE_ENV: 'production' as const,
    KONTOR_HOST: '127.0.0.1',
    KONTOR_WEB_PORT: String(port),
    KONTOR_PUBLIC_URL: backend.origin,
    KONTOR_API_URL: `http://127.0.0.1:${backend.port}`,
    KONTOR_GATEWAY_URL: `http://localhost:${backend.port}`,
    KONTOR_FORWARD_SECRET: backend.forwardSecret,
  };
  const child = new Child('frontend', join(FRONTEND, 'server.ts'), [], { folder: start.folder, execArgv: PROBE, env, cwd: FRONTEND });
  return ready({ name: 'frontend', port, origin: backend.origin, process: child }, 'frontend', start, '/health/ready');
}

/** Next with nothing of Kontor's, built for this. */
export async function startMinimal(backend: Backend, start: Start): Promise<MeasuredServer> {
  const dir = join(FRONTEND, 'bench', 'minimal');
  const env = { ...inherited(), NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const, KONTOR_API_URL: `http://127.0.0.1:${backend.port}` };
  const { code, output } = await runNode(installedProgram('next'), ['build'], { env, cwd: dir, signal: start.signal });
  if (code !== 0) throw new Failure(`The minimal pages were not built: ${output}`);
  const port = await freePort();
  const child = new Child('minimal', join(dir, 'server.ts'), [String(port)], { folder: start.folder, execArgv: PROBE, env, cwd: dir });
  return ready({ name: 'minimal', port, origin: `http://localhost:${port}`, process: child }, 'minimal', start, '/');
}

function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(DATABASE_|KONTOR_|NODE_)/.test(key)));
}

const MEMBERS = '/api/v1/members?limit=1';

async function ready<Server extends MeasuredServer>(server: Server, name: string, { folder, token, signal }: Start, path = MEMBERS): Promise<Server> {
  const deadline = Date.now() + START_MS;
  const headers = { authorization: `Bearer ${token}` };
  while (!signal.aborted && !server.process.hasExited && Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return server;
    await sleep(50);
  }
  await server.process.stop();
  const log = await readFile(join(folder, `${name}.log`), 'utf8');
  throw new Failure(`The ${name} server did not start: ${log.trim().split('\n').slice(-3).join(' | ')}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
