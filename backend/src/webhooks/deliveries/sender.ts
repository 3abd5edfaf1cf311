import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { Egress } from '../../platform/egress/egress.ts';
import { Jobs, type Job } from '../../platform/jobs/jobs.ts';
import { DISABLE } from '../endpoints/endpoints.queries.ts';
import { signed, WebhookSecrets } from '../secrets.ts';
import { ADD_ATTEMPT, DUE, GIVE_UP, SETTLE, SUCCEEDED_SINCE, type Due, type Outcome } from './deliveries.queries.ts';
import { SEND_JOB } from '../jobs.ts';
import { Message } from './message.ts';
import { nextTry } from './schedule.ts';

/** Calls under way in one process, each to another endpoint: one that hangs keeps no other waiting. */
const AT_ONCE = 16;

interface SendIds {
  deliveryId: string;
  /** That were made before: a job that comes twice, or late, finds another number. */
  attempts: number;
  [key: string]: string | number;
}

/** Makes the attempts of deliveries, each as a job; the next one is enqueued together with what the last one came to. */
@Injectable()
export class Sender implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly egress: Egress,
    private readonly secrets: WebhookSecrets,
    private readonly message: Message,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register<SendIds>(SEND_JOB, {
      run: (ids, { tenantId }: Job) => this.#send(ids, tenantId!),
      // Only what fails beside the call itself comes here.
      retry: { limit: 20, delay: 2, longest: 600 },
      atOnce: AT_ONCE,
    });
  }

  async #send({ deliveryId, attempts }: SendIds, tenantId: string): Promise<void> {
    const due = await this.database.step(() => this.database.one(DUE, [deliveryId, attempts, this.clock.now()]));
    if (!due) return;
    if (due.endpointState !== 'active') return void (await this.database.step(() => this.database.query(GIVE_UP, [deliveryId, attempts])));
    const [at, began] = [this.clock.now(), performance.now()];
    const outcome = await this.#call(due, tenantId, at);
    const milliseconds = Math.round(performance.now() - began);
    await this.database.step(() => this.#settle(due, outcome, { at, milliseconds }));
  }

  async #call(due: Due, tenantId: string, at: Date): Promise<Outcome> {
    const body = await this.message.of(due, tenantId);
    if (typeof body !== 'string') return body;
    const secrets = [due.secret, due.previousSecret].filter((sealed) => sealed !== null).map((sealed) => this.secrets.open(due.endpointId, sealed));
    const headers = { ...signed(secrets, due.id, at, body), 'content-type': 'application/json', 'user-agent': 'Kontor-Webhooks/1.0' };
    const answer = await this.egress.post(due.url, headers, body);
    if ('failure' in answer) return answer;
    const isWell = answer.status >= 200 && answer.status < 300;
    return isWell ? answer : { ...answer, failure: 'STATUS' };
  }

  async #settle(due: Due, { status, failure, detail, excerpt }: Outcome, { at, milliseconds }: { at: Date; milliseconds: number }): Promise<void> {
    const { id, attempts, endpointId } = due;
    const isWorthTrying = failure !== undefined && failure !== 'FORBIDDEN' && failure !== 'GONE' && status !== 410;
    const next = isWorthTrying ? nextTry(due.tries + 1, this.clock.now()) : undefined;
    const state = failure === undefined ? 'delivered' : next ? 'waiting' : 'failed';
    const settled = await this.database.one(SETTLE, [id, attempts, state, next ?? null]);
    if (!settled) return;
    await this.database.query(ADD_ATTEMPT, [id, attempts + 1, at, milliseconds, status ?? null, failure ?? null, detail ?? null, excerpt ?? null]);
    if (next) await this.jobs.enqueue(SEND_JOB, { deliveryId: id, attempts: attempts + 1 }, { after: next, group: endpointId });
    else if (status === 410) await this.#disable(endpointId, 'gone');
    else if (isWorthTrying && !(await this.#hasSucceededSince(due))) await this.#disable(endpointId, 'failing');
  }

  async #hasSucceededSince({ endpointId, createdAt }: Due): Promise<boolean> {
    return (await this.database.one(SUCCEEDED_SINCE, [endpointId, createdAt]))!.hasSucceeded;
  }

  async #disable(endpointId: string, reason: 'gone' | 'failing'): Promise<void> {
    await this.database.query(DISABLE, [endpointId, reason]);
  }
}
