import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { RealtimeClient } from '@kontor/client/realtime';
import type { EventEnvelope } from '@kontor/contracts/events';
import { startEmbeddedPostgres, stopServer } from '../../src/platform/database/embedded-postgres.ts';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { WEB_ORIGIN, type Reachable } from './app.ts';
import { BackendProcess } from './backend-process.ts';
import type { Database } from './databases.ts';
import { readFeed } from './events.ts';
import type { Person } from './people.ts';
import { Proxy } from './proxy.ts';
import { RedisServer } from './redis.ts';
import { waitFor } from './sockets.ts';
import { prepareDatabase, roleUrl, TEMPLATE } from './test-database.ts';

const ENDING_DELAY_MS = 1_500;

/** Everything that runs in a deployment but the frontends, on one machine: two apis, a gateway, a worker, Redis, PostgreSQL, a proxy. */
export class Topology implements Reachable {
  private constructor(
    readonly dataDir: string,
    readonly database: Database,
    readonly redis: RedisServer,
    readonly processes: Record<'api' | 'otherApi' | 'realtime' | 'worker', BackendProcess>,
    readonly proxy: Proxy,
  ) {}

  static async open(): Promise<Topology> {
    const dataDir = await realpath(await mkdtemp(join(tmpdir(), 'kontor-topology-')));
    const { superuserUrl } = await startEmbeddedPostgres({ dataDir });
    await prepareDatabase(superuserUrl);
    const database: Database = {
      name: TEMPLATE,
      superuserUrl: superuserUrl.replace(/\/[^/]*$/, `/${TEMPLATE}`),
      url: (role) => roleUrl(superuserUrl, role, TEMPLATE),
      drop: () => Promise.resolve(),
    };
    const redis = await RedisServer.open();
    const overrides = { REDIS_URL: redis.url, KONTOR_FILES_DIR: join(dataDir, 'files'), KONTOR_API_PROCESSES: '2', KONTOR_ENDING_DELAY: String(ENDING_DELAY_MS), KONTOR_ROLES: 'api' };
    const api = await BackendProcess.open({ database, overrides });
    const otherApi = await api.startAnother({});
    const realtime = await api.startAnother({ KONTOR_ROLES: 'realtime' });
    const worker = await api.startAnother({ KONTOR_ROLES: 'worker' });
    const proxy = await Proxy.open([api.origin, otherApi.origin], realtime.origin);
    return new Topology(dataDir, database, redis, { api, otherApi, realtime, worker }, proxy);
  }

  get origin(): string {
    return this.proxy.origin;
  }

  async close(): Promise<void> {
    const { api, ...others } = this.processes;
    await this.proxy.close();
    await Promise.all(Object.values(others).map((one) => one.end('SIGKILL')));
    await api.close();
    await this.redis.stop();
    await stopServer(this.dataDir);
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

/** 50 writes a second, whatever becomes of them. */
export class Writers {
  readonly acknowledged: string[] = [];
  /** How often each status came; 0 where there was no answer. */
  readonly statuses: Record<number, number> = {};
  readonly #timer: NodeJS.Timeout;
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    private readonly to: Reachable,
    private readonly person: Person,
    every = 20,
  ) {
    this.#timer = setInterval(() => {
      const write = this.#write().finally(() => this.#underWay.delete(write));
      this.#underWay.add(write);
    }, every);
  }

  async #write(): Promise<void> {
    const headers = { authorization: `Bearer ${this.person.token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${this.to.origin}/api/v1/tickets`, { method: 'POST', headers, body: '{"subject":"Under fire"}' }).catch(() => undefined);
    const body = await answer?.json().catch(() => undefined);
    const status = answer?.status ?? 0;
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    if (status === 201 && body) this.acknowledged.push((body as TicketBody).id);
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#underWay);
  }
}

/** A program that follows `tickets:updates` through whatever happens. */
export class Follower {
  readonly heard: EventEnvelope[] = [];
  resyncs = 0;
  readonly #client: RealtimeClient;

  constructor(to: Reachable, person: Person) {
    this.#client = new RealtimeClient({ baseUrl: to.origin, token: person.token, io, origin: WEB_ORIGIN });
    this.#client.subscribe('tickets:updates', { since: 0, onEvent: (event) => this.heard.push(event), onResync: () => (this.resyncs += 1) });
    this.#client.connect();
  }

  /** Milliseconds until it has heard all that is stored. */
  async level(person: Person, within = 60_000): Promise<{ stored: EventEnvelope[]; ms: number }> {
    const begun = Date.now();
    const stored = await readFeed(person);
    await waitFor(() => this.heard.length >= stored.length || undefined, within);
    return { stored, ms: Date.now() - begun };
  }

  close(): void {
    this.#client.close();
  }
}
