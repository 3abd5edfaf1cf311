import { spawn } from 'node:child_process';

import type { Environment } from './child-environment.ts';
import { workspaceRoot } from './workspace.ts';

export interface ProgramOptions {
  env?: Environment;
  cwd?: string;
  /** Ends the program early; the promise then answers a non-zero code. */
  signal?: AbortSignal | undefined;
  /** Shown as it runs, instead of being collected. */
  live?: boolean;
}

export interface ProgramResult {
  code: number;
  output: string;
}

/** Runs a Node script to its end. No shell is involved, so it is the same on every system. */
export function runNode(script: string, args: string[], options: ProgramOptions = {}): Promise<ProgramResult> {
  const env = options.env ?? process.env;
  const collected: string[] = [];
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: options.cwd ?? workspaceRoot,
      env,
      stdio: options.live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const stop = (): boolean => child.kill('SIGTERM');
    options.signal?.addEventListener('abort', stop, { once: true });
    if (options.signal?.aborted) stop();
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => collected.push(text));
    }
    child.once('error', fail);
    child.once('close', (code) => {
      options.signal?.removeEventListener('abort', stop);
      done({ code: code ?? 1, output: collected.join('') });
    });
  });
}
