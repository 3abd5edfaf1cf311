import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { PgBoss } from 'pg-boss';
import { Subject } from 'rxjs';
import { v7 as uuidv7 } from 'uuid';
import { currentContext } from '../context.ts';
import { sql } from '../database/statement.ts';
import { POOL } from '../database/tokens.ts';
import { reportError } from '../telemetry/report-error.ts';

/** What a job is about: ids, never what somebody wrote. The tables of jobs know no tenants. */
export type JobIds = Readonly<Record<string, string | number>>;

/** A try of a job. */
export interface Job {
  id: string;
  /** Null for a job of the platform. */
  tenantId: string | null;
  /** From 1. */
  attempt: number;
  /** True where a failure of this try makes it a dead letter. */
  isLast: boolean;
  /** Aborted where the try has taken too long, is no longer this worker's, or the process ends. */
  signal: AbortSignal;
}

export interface Retry {
  /** Tries after the first. */
  limit: number;
  /** Seconds before the second try; each further wait is twice as long, with jitter. */
  delay: number;
  /** Seconds that no wait exceeds. */
  longest: number;
}

/** What a feature says of its jobs. A job runs at least once: whatever it does must do no harm a second time. */
export interface JobWork<Ids extends JobIds> {
  /** Runs outside any transaction; `Database.step` enters the tenant of the job. What it throws is tried again. */
  run: (ids: Ids, job: Job) => Promise<void>;
  retry?: Retry;
  /** When to run it without being asked to, as a cron expression in UTC; such a job is of no tenant. */
  every?: string;
  /** How many one process works on at a time. */
  atOnce?: number;
}

export interface EnqueueOptions {
  /** Not before. */
  after?: Date;
  /** While a job of the kind waits with this key, a second one is not added (whatever its `after`). */
  key?: string;
  /** Of the jobs of a group a process works on one at a time, so that a slow group keeps no other waiting. */
  group?: string;
}

interface Registered {
  kind: string;
  run: (ids: never, job: Job) => Promise<void>;
  retry: Retry;
  every: string | undefined;
  atOnce: number;
}

const USUAL_RETRY: Retry = { limit: 10, delay: 2, longest: 3_600 };

/** Work for later, or for another process: sent with the COMMIT of the present unit of work, or not at all. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #boss: PgBoss;
  readonly #works = new Map<string, Registered>();
  readonly #given = new Subject<string>();
  /** Kinds of which this process has just sent a job. Only a hint: what is lost here, polling finds. */
  readonly given = this.#given.asObservable();

  constructor(@Inject(POOL) pool: Pool) {
    const db = { executeSql: (text: string, values: unknown[] = []) => pool.query(text, values) };
    this.#boss = new PgBoss({ db, schema: JOB_SCHEMA, migrate: false, createSchema: false, supervise: false, schedule: false });
    this.#boss.on('error', (error) => reportError(error, { category: 'job', severity: 'warning' }));
  }

  get works(): Iterable<Registered> {
    return this.#works.values();
  }

  /** Called when a module starts. */
  register<Ids extends JobIds>(kind: string, { run, retry = USUAL_RETRY, every, atOnce = 1 }: JobWork<Ids>): void {
    if (this.#works.has(kind)) throw new Error(`Jobs of kind ${kind} are registered twice.`);
    this.#works.set(kind, { kind, run, retry, every, atOnce });
  }

  /** @throws Error where a migration has made no queue for a kind */
  async onApplicationBootstrap(): Promise<void> {
    await this.#boss.start();
    const queues = new Set((await this.#boss.getQueues()).map(({ name }) => name));
    const missing = [...this.#works.keys()].filter((kind) => !queues.has(kind));
    if (missing.length > 0) throw new Error(`The database has no queue for the jobs ${missing.join(', ')}. Run the migrations.`);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#boss.stop({ graceful: false });
  }

  /** Adds a job to the present unit of work, in its tenant. */
  async enqueue(kind: string, ids: JobIds, { after, key, group }: EnqueueOptions = {}): Promise<void> {
    const work = this.#works.get(kind);
    if (!work) throw new Error(`Nothing here works on jobs of kind ${kind}.`);
    const { actor, unit } = currentContext();
    if (!unit) throw new Error('There is no unit of work here.');
    const tenantId = actor?.tenantId ?? unit.tenantId;
    const id = uuidv7();
    await this.#boss.send(kind, { ...ids, tenantId }, {
      id,
      // Without a key a job stands for itself.
      singletonKey: key === undefined ? id : `${tenantId} ${key}`,
      ...retryOptions(work.retry),
      ...(after && { startAfter: after }),
      ...(group !== undefined && { group: { id: group } }),
      db: {
        // pg-boss says how a job is written; it leaves last, together with COMMIT.
        executeSql: (text, values = []) => {
          unit.beforeCommit((send) => [send(sql(text), values)]);
          return Promise.resolve({ rows: [{ id }] });
        },
      },
    });
    unit.afterCommit(() => this.#given.next(kind));
  }
}

/** As pg-boss takes them. */
export function retryOptions({ limit, delay, longest }: Retry) {
  return { retryLimit: limit, retryDelay: delay, retryDelayMax: longest, retryBackoff: true };
}

export const JOB_SCHEMA = 'pgboss';
/** Where jobs go that have failed for good. */
export const DEAD_LETTERS = 'dead-letters';
