import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { Failure } from './failure.ts';

/**
 * Fails with the name of the setting when somebody listens already. `patienceMs` bridges the moment in which the
 * servers of a killed run notice that their parent is gone.
 */
export async function requireFreePort(host: string, port: number, setting: string, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const problem = await tryPort(host, port);
    if (!problem) return;
    if (problem === 'EADDRINUSE' && Date.now() < deadline) await sleep(100);
    else throw new Failure(sentence(problem, host, port, setting));
  }
}

function sentence(problem: string, host: string, port: number, setting: string): string {
  if (problem === 'EADDRINUSE') return `Port ${port} is already in use: free it, or set ${setting} to another one.`;
  if (problem === 'EACCES') return `Port ${port} may not be used by this account: set ${setting} to another one.`;
  return `Cannot listen on ${host}:${port} (${problem}): check KONTOR_HOST and ${setting}.`;
}

function tryPort(host: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => done(undefined)));
  });
}
