import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EVENT_RETENTION_DAYS } from '@kontor/contracts/events';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { FORGET_ATTEMPTS, FORGET_DELIVERIES, FORGET_ENDPOINTS, FORGET_RECEIPTS } from './deliveries.queries.ts';
import { FORGET_JOB } from '../jobs.ts';

const DAY_MS = 86_400_000;
const AFTER_MS = DAY_MS / 4;

/** Once more in a while, as long as there is something to forget. */
export function forgetLater(jobs: Jobs, clock: Clock): Promise<void> {
  return jobs.enqueue(FORGET_JOB, {}, { key: 'forget', after: new Date(clock.now().getTime() + AFTER_MS) });
}

/** Deliveries are kept as long as their events: longer they could not be sent again. So is what came in. */
@Injectable()
export class Forgetting implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(FORGET_JOB, { run: () => this.#forget() });
  }

  async #forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - EVENT_RETENTION_DAYS * DAY_MS);
    while ((await this.database.step(() => this.#some(before))) > 0);
    await this.database.step(() => this.database.query(FORGET_RECEIPTS, [before]));
    await this.database.step(() => this.database.query(FORGET_ENDPOINTS));
  }

  async #some(before: Date): Promise<number> {
    await this.database.query(FORGET_ATTEMPTS, [before]);
    return (await this.database.query(FORGET_DELIVERIES, [before])).length;
  }
}
