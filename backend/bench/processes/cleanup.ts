/** What has to be undone, last first, and the wish to stop early. */
export class Cleanup {
  readonly #controller = new AbortController();
  readonly #undo = new Map<string, () => Promise<void>>();

  constructor() {
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(event, () => this.#controller.abort());
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** A later `undo` of the same name takes the place of the former. */
  add(name: string, undo: () => Promise<void>): void {
    this.#undo.set(name, undo);
  }

  async run(): Promise<void> {
    for (const undo of [...this.#undo.values()].reverse()) {
      await undo().catch((error: unknown) => console.error(error));
    }
    this.#undo.clear();
  }
}
