import { createServer, type Server, type ServerResponse } from 'node:http';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { collectDefaultMetrics, Gauge } from 'prom-client';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { POOL } from '../database/tokens.ts';
import { Relay } from '../events/relay.ts';
import { JOB_SCHEMA } from '../jobs/jobs.ts';
import { registry } from './metrics.ts';
import { reportError } from './report-error.ts';

const JOB_STATES = ['deferred', 'ready', 'active', 'failed'] as const;
type Queue = { name: string } & Record<(typeof JOB_STATES)[number], number>;
const QUEUES = `SELECT name, ${JOB_STATES.map((state) => `${state}_count AS ${state}`).join(', ')} FROM ${JOB_SCHEMA}.queue ORDER BY name`;

/**
 * `GET /metrics` for Prometheus, on a port of its own that no proxy passes on; closed unless there is a setting. What is
 * not counted as it happens is read when it is asked for.
 */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  #server: Server | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(POOL) private readonly pool: Pool,
    private readonly relay: Relay,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { metricsPort, host } = this.settings;
    if (metricsPort === undefined) return;
    this.#collect();
    const server = createServer(({ method, url }, response) => void this.#answer(method === 'GET' && url === '/metrics', response));
    this.#server = server;
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(metricsPort, host, resolve));
  }

  async onApplicationShutdown(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  /** Where it listens; undefined where it is closed. */
  get port(): number | undefined {
    const address = this.#server?.address();
    return typeof address === 'object' ? address?.port : undefined;
  }

  async #answer(isKnown: boolean, response: ServerResponse): Promise<void> {
    if (!isKnown) return void response.writeHead(404).end();
    try {
      const text = await registry.metrics();
      response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text);
    } catch (error) {
      reportError(error, { category: 'telemetry', severity: 'warning' });
      response.writeHead(500).end();
    }
  }

  #collect(): void {
    const registers = [registry];
    const { pool, relay } = this;
    // Replaced where another application of the process has made them.
    for (const name of GAUGES) registry.removeSingleMetric(name);
    if (!registry.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics({ register: registry });
    new Gauge({
      name: 'kontor_relay_leads',
      help: '1 in the process that publishes events.',
      registers,
      collect() {
        this.set(relay.leads ? 1 : 0);
      },
    });
    new Gauge({
      name: 'kontor_database_connections',
      help: 'Connections of the app role, and requests that wait for one.',
      labelNames: ['state'],
      registers,
      collect() {
        this.set({ state: 'used' }, pool.totalCount - pool.idleCount);
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'waiting' }, pool.waitingCount);
      },
    });
    new Gauge({
      name: 'kontor_jobs',
      help: 'Jobs by kind and state, as last counted by a worker; the same in every process.',
      labelNames: ['kind', 'state'],
      registers,
      async collect() {
        const queues = await pool.query<Queue>(QUEUES).catch(() => undefined);
        this.reset();
        for (const queue of queues?.rows ?? []) {
          for (const state of JOB_STATES) this.set({ kind: queue.name, state }, queue[state]);
        }
      },
    });
  }
}

const GAUGES = ['kontor_relay_leads', 'kontor_database_connections', 'kontor_jobs'];
