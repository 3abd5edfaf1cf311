import { readFileSync } from 'node:fs';

const PARENT_CHECK_MS = 250;

/**
 * Turns Ctrl+C, SIGTERM, a closed terminal and the death of npm into one request to stop. npm killed with -9 takes
 * nobody along, and what it leaves behind would hold ports and data.
 */
export class StopRequest {
  readonly #controller = new AbortController();
  readonly #parents = npmChain();
  readonly #startedByNpm = process.env['npm_lifecycle_event'] !== undefined;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.#controller.abort());
    if (this.#startedByNpm) setInterval(() => this.stopping(), PARENT_CHECK_MS).unref();
    // A console that is gone must not turn our goodbye into a crash.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => this.#controller.abort());
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Asks the system, not the last check: whoever wants to start next must not be told that we go on. */
  stopping(): boolean {
    if (this.#startedByNpm && npmChain() !== this.#parents) this.#controller.abort();
    return this.signal.aborted;
  }

  requested(): Promise<void> {
    if (this.signal.aborted) return Promise.resolve();
    return new Promise((done) => this.signal.addEventListener('abort', () => done(), { once: true }));
  }
}

/** Our parent, and its parent where npm stands behind the shell that it runs scripts in. */
function npmChain(): string {
  if (process.platform !== 'linux') return String(process.ppid);
  try {
    const [, option] = readFileSync(`/proc/${process.ppid}/cmdline`, 'utf8').split('\0');
    const [, grandparent] = / (?:[A-Z]) (\d+) /.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8')) ?? [];
    return option === '-c' ? `${process.ppid} ${grandparent}` : String(process.ppid);
  } catch {
    return 'gone';
  }
}
