/** What has to be undone, last first, and the wish to stop early, which undoes at once. */
export class Cleanup {
  readonly #controller = new AbortController();
  readonly #undo = new Map<string, () => Promise<void>>();
  #running: Promise<void> = Promise.resolve();

  constructor() {
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(event, () => this.#stop());
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** A later `undo` of the same name takes the place of the former. */
  add(name: string, undo: () => Promise<void>): void {
    this.#undo.set(name, undo);
  }

  run(): Promise<void> {
    return (this.#running = this.#running.then(() => this.#undoAll()));
  }

  #stop(): void {
    if (this.signal.aborted) return;
    // Connections to a database that is being stopped break, and nobody waits for what they were asked.
    process.on('uncaughtException', () => undefined);
    this.#controller.abort();
    void this.run();
  }

  async #undoAll(): Promise<void> {
    for (let last = [...this.#undo].at(-1); last; last = [...this.#undo].at(-1)) {
      const [name, undo] = last;
      this.#undo.delete(name);
      await undo().catch((error: unknown) => console.error(error));
    }
  }
}
