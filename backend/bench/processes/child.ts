import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, closeSync } from 'node:fs';
import { join } from 'node:path';

const STOP_MS = 10_000;

export interface ChildOptions {
  /** Where its log goes. */
  folder: string;
  env?: NodeJS.ProcessEnv;
  execArgv?: string[];
  cwd?: string;
}

/** A Node process of the bench. Whatever it prints goes to a file of its own; it ends when the bench is gone. */
export class Child {
  readonly #process: ChildProcess;
  readonly #name: string;
  readonly #exited: Promise<unknown>;

  constructor(name: string, file: string, args: string[], options: ChildOptions) {
    const log = openSync(join(options.folder, `${name}.log`), 'a');
    this.#name = name;
    this.#process = fork(file, args, {
      stdio: ['ignore', log, log, 'ipc'],
      execArgv: options.execArgv ?? [],
      ...(options.env ? { env: options.env } : {}),
      ...(options.cwd ? { cwd: options.cwd } : {}),
    });
    this.#exited = once(this.#process, 'exit');
    closeSync(log);
  }

  get hasExited(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** Sends a message and answers with the next one that comes back. @throws Error where the process ends before. */
  ask<Answer>(message: unknown, signal: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const done = new AbortController();
      const fail = (error: Error) => (done.abort(), reject(error));
      const quit = () => fail(new Error(`${this.#name} ended.`));
      const answered = (answer: Answer) => (done.abort(), resolve(answer));
      this.#process.once('message', answered).once('exit', quit);
      const stopped = () => fail(new Error('Stopped.'));
      signal.addEventListener('abort', stopped);
      done.signal.addEventListener('abort', () => {
        this.#process.off('message', answered).off('exit', quit);
        signal.removeEventListener('abort', stopped);
      });
      if (signal.aborted) return stopped();
      if (this.hasExited) return quit();
      this.#process.send(message as object);
    });
  }

  /** CPU time used so far, in µs. Only for processes with the probe. */
  async cpu(signal: AbortSignal): Promise<number> {
    return (await this.ask<{ cpu: number }>('cpu', signal)).cpu;
  }

  async stop(): Promise<void> {
    if (this.hasExited) return;
    this.#process.kill('SIGTERM');
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), STOP_MS);
    await this.#exited;
    clearTimeout(timer);
  }
}
