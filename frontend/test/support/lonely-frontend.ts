import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { freePort } from './ports.ts';

const START_MS = 15_000;

/** A frontend whose backend is away. */
export async function startLonelyFrontend(): Promise<{ base: string; stop: () => void }> {
  const [port, nothing] = await Promise.all([freePort(), freePort()]);
  const base = `http://localhost:${port}`;
  const server = spawn(process.execPath, ['server.ts'], {
    cwd: resolve(import.meta.dirname, '../..'),
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      KONTOR_WEB_PORT: String(port),
      KONTOR_API_PORT: String(nothing),
      KONTOR_FORWARD_SECRET: 'only-for-a-frontend-without-a-backend',
    },
  });
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    const isUp = await fetch(`${base}/sign-in`).then((answer) => answer.ok).catch(() => false);
    if (isUp) return { base, stop: () => void server.kill() };
    await new Promise((wake) => setTimeout(wake, 100));
  }
  server.kill();
  throw new Error('The frontend did not start.');
}
