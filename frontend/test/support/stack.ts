import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const START_MS = 240_000;

export interface StackSettings {
  webPort: number;
  apiPort: number;
  /** Where mail goes, if somebody listens there. */
  mailPort: number;
  dataDir: string;
}

/** Limits far above what journeys need: many of them come from one address at once. */
const LIMITS = {
  KONTOR_LIMIT_PUBLIC: '100000',
  KONTOR_LIMIT_ADDRESS: '1000000',
  KONTOR_LIMIT_READ: '1000000',
  KONTOR_LIMIT_USER_ACTION: '100000',
  KONTOR_LIMIT_EXPENSIVE: '10000',
  KONTOR_LIMIT_SIGN_IN: '10000',
};

export function stackEnvironment({ webPort, apiPort, mailPort, dataDir }: StackSettings): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...LIMITS,
    KONTOR_WEB_PORT: String(webPort),
    KONTOR_API_PORT: String(apiPort),
    KONTOR_DATA_DIR: dataDir,
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    KONTOR_MAIL_FROM: 'Kontor <kontor@kontor.test>',
  };
}

/** Runs one of the workspace's own commands and answers what it printed. */
export function runTool(script: string, args: string[], settings: StackSettings): Promise<string> {
  const child = spawn(process.execPath, [join('tools', script), ...args], { cwd: ROOT, env: stackEnvironment(settings) });
  const output: string[] = [];
  child.stdout.on('data', (chunk) => output.push(String(chunk)));
  child.stderr.on('data', (chunk) => output.push(String(chunk)));
  return new Promise((done, fail) => {
    child.once('close', (code) => (code === 0 ? done(output.join('')) : fail(new Error(output.join('')))));
  });
}

async function untilReady(child: ChildProcess, url: string, output: string[]): Promise<void> {
  const end = Date.now() + START_MS;
  while (Date.now() < end && child.exitCode === null) {
    const ready = await fetch(url).then((answer) => answer.ok).catch(() => false);
    if (ready) return;
    await new Promise((wake) => setTimeout(wake, 200));
  }
  throw new Error(`Kontor did not start:\n${output.join('')}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await new Promise((done) => child.once('exit', done));
}

/** Kontor as `npm start` brings it up, with data of its own. Answers the function that ends it and wipes the data. */
export async function startStack(ports: Omit<StackSettings, 'dataDir'>): Promise<{ settings: StackSettings; stop: () => Promise<void> }> {
  const settings = { ...ports, dataDir: await mkdtemp(join(tmpdir(), 'kontor-browser-')) };
  const output: string[] = [];
  const child = spawn(process.execPath, ['tools/start.mjs'], { cwd: ROOT, env: stackEnvironment(settings) });
  child.stdout.on('data', (chunk) => output.push(String(chunk)));
  child.stderr.on('data', (chunk) => output.push(String(chunk)));
  const stop = async () => {
    await end(child);
    await rm(settings.dataDir, { recursive: true, force: true });
  };
  try {
    await untilReady(child, `http://127.0.0.1:${settings.webPort}/health/ready`, output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { settings, stop };
}
