import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Environment } from './child-environment.ts';
import { Failure } from './failure.ts';
import { ServerLog } from './server-log.ts';
import { workspaceRoot } from './workspace.ts';

export interface ServerSpec {
  name: string;
  script: string;
  args?: string[];
  cwd?: string;
  env: Environment;
  logFile: string;
}

const STOP_TIMEOUT_MS = 15_000;
const READY_TIMEOUT_MS = 90_000;
const LAST_LINES = 8;

/** One of our servers as a child: it holds an IPC channel, whose end tells it that we are gone. */
export class ServerProcess {
  /** Settles when the process has ended, with what to say if nobody asked it to. */
  readonly ended: Promise<string>;
  readonly #spec: ServerSpec;
  readonly #child: ChildProcess;
  readonly #log: ServerLog;
  #running = true;

  constructor(spec: ServerSpec) {
    this.#spec = spec;
    // In a process group of its own, so that Ctrl+C reaches it through us, in order.
    this.#child = spawn(process.execPath, [spec.script, ...(spec.args ?? [])], {
      cwd: spec.cwd ?? workspaceRoot,
      env: spec.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.#log = new ServerLog(spec.name, spec.logFile);
    if (this.#child.stdout) this.#log.follow(this.#child.stdout, false);
    if (this.#child.stderr) this.#log.follow(this.#child.stderr, true);
    this.ended = new Promise((done) => {
      this.#child.once('error', (error) => done(this.#end(error.message)));
      this.#child.once('close', (code, signal) => done(this.#end(signal ?? `code ${code}`)));
    });
  }

  /** Waits for a 200 from the address; fails at once when the process ends meanwhile. */
  async ready(url: string): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (this.#running && Date.now() < deadline) {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) {
        this.#log.quiet = false;
        return;
      }
      await sleep(100);
    }
    if (!this.#running) throw new Failure(await this.ended);
    const { name, logFile } = this.#spec;
    throw new Failure(`The ${name} is not ready after ${READY_TIMEOUT_MS / 1000} s: see ${logFile}`);
  }

  async stop(): Promise<void> {
    if (!this.#running) return;
    // Windows knows no SIGTERM: there the closed channel asks it to finish.
    if (process.platform === 'win32' && this.#child.connected) this.#child.disconnect();
    else this.#child.kill('SIGTERM');
    const stubborn = setTimeout(() => this.#child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await this.ended;
    clearTimeout(stubborn);
  }

  #end(cause: string): string {
    this.#running = false;
    this.#log.close();
    const words = this.#log.lastLines.slice(-LAST_LINES);
    const told = words.length > 1 ? words.map((line) => `\n  ${line}`).join('') : (words[0] ?? 'it said nothing');
    return `The ${this.#spec.name} stopped (${cause}): ${told}`;
  }
}
