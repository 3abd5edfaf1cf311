import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { migrationFiles } from '../database/migrations.ts';
import { sql } from '../database/statement.ts';
import { Relay } from '../events/relay.ts';
import { REDIS, type RedisConnections } from '../redis/redis-connections.ts';

const MIGRATIONS = sql<{ ran: number }>('SELECT count(*) AS ran FROM migrations');
const BUSY_MS = 2_000;

/** What one process lacks, by short names that say no host. */
export interface Lacking {
  /** Without these it cannot do its work. */
  missing: string[];
  /** Without these it works less well: nobody is turned away for it, since the other processes lack the same. */
  degraded: string[];
}

/** Whether this process can work. */
@Injectable()
export class Readiness {
  #known: Promise<number> | undefined;
  #isEnding = false;

  constructor(
    private readonly database: Database,
    private readonly relay: Relay,
    @Inject(REDIS) private readonly redis: RedisConnections | null,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** From now on it is to be sent nothing new. */
  end(): void {
    this.#isEnding = true;
  }

  get isEnding(): boolean {
    return this.#isEnding;
  }

  async lacking(): Promise<Lacking> {
    const state = await Promise.race([this.#database(), timeout(BUSY_MS)]);
    const missing = [...(state === 'ok' ? [] : [state]), ...(this.#isEnding ? ['ending'] : [])];
    const others = [...(this.redis?.isReachable === false ? ['redis'] : []), ...(this.relay.isBehind ? ['relay'] : [])];
    return this.#needsAll ? { missing: [...missing, ...others], degraded: [] } : { missing, degraded: others };
  }

  /** A process alone must lead, so that one started beside it waits as a spare; and a worker has nothing else to do. */
  get #needsAll(): boolean {
    const { roles } = this.settings;
    return !this.redis || (roles.size === 1 && roles.has('worker'));
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
