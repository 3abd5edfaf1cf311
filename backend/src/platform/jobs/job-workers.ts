import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { PgBoss, type JobWithMetadata } from 'pg-boss';
import type { Subscription } from 'rxjs';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { requestContext } from '../context.ts';
import { Database } from '../database/database.ts';
import { log } from '../telemetry/logger.ts';
import { reportError } from '../telemetry/report-error.ts';
import { JOB_SCHEMA, Jobs, retryOptions, type JobIds } from './jobs.ts';

/** Seconds between two looks for jobs that another process has sent, or whose time has come: of the first worker of a kind. */
const POLL_SECONDS = 1;
/** Of the others: while one is at work, it wakes the next in its place. */
const RESERVE_POLL_SECONDS = 60;
/** Seconds between two looks for jobs whose worker has died. */
const SUPERVISE_SECONDS = 5;

type Data = JobIds & { tenantId: string | null };

/**
 * Works on the jobs of all tenants, and tidies up after them. As `kontor_system`: the app role adds jobs and takes none;
 * what a job does in its tenant it does as the app role. Only a process with the role of a worker has them at work.
 */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #boss: PgBoss;
  readonly #stopping = new AbortController();
  readonly #workers = new Map<string, string[]>();
  #hints: Subscription | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly jobs: Jobs,
    private readonly database: Database,
  ) {
    this.#boss = new PgBoss({
      connectionString: settings.database.systemUrl,
      application_name: 'kontor jobs',
      max: 3,
      schema: JOB_SCHEMA,
      migrate: false,
      createSchema: false,
      superviseIntervalSeconds: SUPERVISE_SECONDS,
      monitorIntervalSeconds: SUPERVISE_SECONDS,
      // Takes the owner of the indexes.
      reindex: false,
    });
    this.#boss.on('error', (error) => this.#report(error));
    this.#boss.on('warning', ({ message, data }) => log.warn({ data }, message));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.roles.has('worker')) return;
    await this.#boss.start();
    for (const { kind, atOnce, every, retry } of this.jobs.works) {
      if (every) await this.#boss.schedule(kind, every, { tenantId: null }, { ...retryOptions(retry), singletonKey: 'every' });
      // One of its own each: a worker takes the next job at once only where it is told to.
      const workers: string[] = [];
      this.#workers.set(kind, workers);
      for (let place = 0; place < atOnce; place += 1) workers.push(await this.#work(kind, place));
    }
    this.#hints = this.jobs.given.subscribe((kind) => this.#nudge(kind));
  }

  /** Ends once the tries under way have ended, before connections are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#hints?.unsubscribe();
    this.#stopping.abort();
    await Promise.all([...this.#workers.keys()].map((kind) => this.#boss.offWork(kind)));
    await this.#boss.stop({ graceful: false });
  }

  async #work(kind: string, place: number): Promise<string> {
    const pollingIntervalSeconds = place === 0 ? POLL_SECONDS : RESERVE_POLL_SECONDS;
    const options = { includeMetadata: true, pollingIntervalSeconds, localGroupConcurrency: 1 } as const;
    return this.#boss.work(kind, options, async ([job]: JobWithMetadata<Data>[]) => {
      this.#wake(kind, place + 1);
      const timer = setInterval(() => this.#wake(kind, place + 1), POLL_SECONDS * 1_000);
      try {
        await this.#run(kind, job!);
      } finally {
        clearInterval(timer);
        // Another may wait behind it.
        this.#wake(kind, place);
      }
    });
  }

  async #run(kind: string, { id, data, retryCount, retryLimit, signal }: JobWithMetadata<Data>): Promise<void> {
    const { tenantId, ...ids } = data;
    const { run } = [...this.jobs.works].find((work) => work.kind === kind)!;
    const job = { id, tenantId, attempt: retryCount + 1, isLast: retryCount >= retryLimit, signal: AbortSignal.any([signal, this.#stopping.signal]) };
    const step = <T>(work: () => Promise<T>) => this.database.run({ scope: { tenantId, userId: null } }, work);
    try {
      await requestContext.run({ traceId: id.replaceAll('-', ''), address: '', userAgent: null, isFrontend: false, step }, () => run(ids as never, job));
    } catch (error) {
      reportError(error, { category: 'job', severity: job.isLast ? 'error' : 'warning', context: { kind, job: id, attempt: job.attempt, tenantId } });
      // Kept with the job: what went wrong, without the values that a driver's error carries.
      throw new Error(error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'It failed.');
    }
  }

  #nudge(kind: string): void {
    this.#workers.get(kind)?.forEach((_worker, place) => this.#wake(kind, place));
  }

  #wake(kind: string, place: number): void {
    const worker = this.#workers.get(kind)?.[place];
    if (worker) this.#boss.notifyWorker(worker);
  }

  #report(error: unknown): void {
    if (!this.#stopping.signal.aborted) reportError(error, { category: 'job', severity: 'warning' });
  }
}
