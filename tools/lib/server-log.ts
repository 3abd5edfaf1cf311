import { createWriteStream, existsSync, mkdirSync, renameSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const SHOWN_PER_WINDOW = 10;
const WINDOW_MS = 10_000;
const KEPT_LINES = 20;
/** pino's number for `error`. */
const ERROR_LEVEL = 50;

/** Writes what a server says to its file, the run before it beside it, and problems to the console, a few at a time. */
export class ServerLog {
  readonly lastLines: string[] = [];
  /** Until its server is ready, problems are told once, as the reason why it did not become so. */
  quiet = true;
  readonly #name: string;
  readonly #file: WriteStream;
  #windowEnds = 0;
  #shown = 0;

  constructor(name: string, path: string) {
    this.#name = name;
    mkdirSync(dirname(path), { recursive: true });
    if (existsSync(path)) renameSync(path, path.replace(/\.log$/, '.previous.log'));
    this.#file = createWriteStream(path, { mode: 0o600 });
  }

  follow(stream: Readable, isError: boolean): void {
    createInterface({ input: stream }).on('line', (line) => this.#take(line, isError));
  }

  close(): void {
    this.#file.end();
  }

  #take(line: string, isError: boolean): void {
    this.#file.write(`${line}\n`);
    this.lastLines.push(line);
    if (this.lastLines.length > KEPT_LINES) this.lastLines.shift();
    if (!this.quiet && isProblem(line, isError)) this.#show(line);
  }

  #show(line: string): void {
    if (Date.now() > this.#windowEnds) {
      this.#windowEnds = Date.now() + WINDOW_MS;
      this.#shown = 0;
    }
    this.#shown += 1;
    if (this.#shown <= SHOWN_PER_WINDOW) console.error(`[${this.#name}] ${line}`);
    if (this.#shown === SHOWN_PER_WINDOW) console.error(`[${this.#name}] … more in ${String(this.#file.path)}`);
  }
}

function isProblem(line: string, isError: boolean): boolean {
  if (!line.startsWith('{')) return isError && line.trim() !== '';
  try {
    const { level } = JSON.parse(line) as { level?: number | string };
    return typeof level === 'number' ? level >= ERROR_LEVEL : level === 'error' || level === 'fatal';
  } catch {
    return isError;
  }
}
