import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { messageOf } from './failure.ts';
import { openDatabase, type LocalDatabase } from './local-database.ts';
import { requireFreePort } from './ports.ts';
import { ServerProcess, type ServerSpec } from './server-process.ts';
import { loopbackOf, type LocalSettings } from './settings.ts';
import { takeStartLock } from './start-lock.ts';
import type { StopRequest } from './stop-request.ts';

const ORPHAN_PATIENCE_MS = 20_000;

/** What has been started so far, taken down again in the opposite order. */
export class LocalStack {
  readonly settings: LocalSettings;
  readonly #undo: { what: string; stop: () => Promise<void> }[] = [];
  readonly #servers: ServerProcess[] = [];
  #database: LocalDatabase | undefined;

  constructor(settings: LocalSettings) {
    this.settings = settings;
  }

  /** Makes sure that data folder and ports are ours alone. */
  async claim(stop: StopRequest): Promise<void> {
    const { dataDir, host, webPort, apiPort } = this.settings;
    const lock = await takeStartLock(dataDir, () => stop.stopping());
    this.#undo.push({ what: 'lock', stop: () => lock.release() });
    const marker = join(dataDir, 'running');
    const patience = existsSync(marker) ? ORPHAN_PATIENCE_MS : 0;
    await requireFreePort(host, webPort, 'KONTOR_WEB_PORT', patience);
    await requireFreePort(host, apiPort, 'KONTOR_API_PORT', patience);
    writeFileSync(marker, '');
    this.#undo.push({ what: 'marker', stop: async () => rmSync(marker, { force: true }) });
  }

  async openDatabase(): Promise<void> {
    const database = await openDatabase(this.settings);
    this.#undo.push({ what: 'database', stop: () => database.stop() });
    this.#database = database;
  }

  get database(): LocalDatabase {
    if (!this.#database) throw new Error('The database has not been opened.');
    return this.#database;
  }

  startServer(spec: Omit<ServerSpec, 'logFile'>): ServerProcess {
    const server = new ServerProcess({ ...spec, logFile: join(this.settings.dataDir, 'logs', `${spec.name}.log`) });
    this.#servers.push(server);
    this.#undo.push({ what: spec.name, stop: () => server.stop() });
    return server;
  }

  readyUrl(port: number): string {
    return `http://${loopbackOf(this.settings.host)}:${port}/health/ready`;
  }

  /** Settles when any server ends; the text says which and why. */
  firstEnd(): Promise<string> {
    return Promise.race(this.#servers.map((server) => server.ended));
  }

  async stop(): Promise<void> {
    for (let step = this.#undo.pop(); step; step = this.#undo.pop()) {
      await step.stop().catch((error: unknown) => console.error(`Stopping the ${step?.what}: ${messageOf(error)}`));
    }
  }
}
