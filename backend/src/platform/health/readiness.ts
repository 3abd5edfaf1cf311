import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { migrationFiles } from '../database/migrations.ts';
import { sql } from '../database/statement.ts';
import { Relay } from '../events/relay.ts';

const MIGRATIONS = sql<{ ran: number }>('SELECT count(*) AS ran FROM migrations');
const BUSY_MS = 2_000;

/** What is missing before this process can work. Names no host. */
@Injectable()
export class Readiness {
  #known: Promise<number> | undefined;

  constructor(
    private readonly database: Database,
    private readonly relay: Relay,
  ) {}

  async missing(): Promise<string[]> {
    const state = await Promise.race([this.#database(), timeout(BUSY_MS)]);
    return [...(state === 'ok' ? [] : [state]), ...(this.relay.leads ? [] : ['relay'])];
  }

  async #database(): Promise<string> {
    try {
      this.#known ??= migrationFiles().then((files) => files.length);
      const [row] = await this.database.gate(MIGRATIONS, []);
      return (row?.ran ?? 0) >= (await this.#known) ? 'ok' : 'migrations';
    } catch {
      return 'database';
    }
  }
}

function timeout(ms: number): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve('database'), ms).unref());
}
