import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CHANNELS } from '@kontor/contracts/events';
import { hasPermission } from '@kontor/contracts/permissions';
import type { Subscription } from 'rxjs';
import { Clock } from '../../platform/clock.ts';
import { SETTINGS, type Settings } from '../../platform/config/settings.ts';
import { Database } from '../../platform/database/database.ts';
import { EventBus } from '../../platform/events/event-bus.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { reportError } from '../../platform/telemetry/report-error.ts';
import { forgetLater } from './forgetting.ts';
import { ACTIVE_ENDPOINTS, ADD_DELIVERIES, ADVANCE, BEHIND, CURSORS, EVENTS_AFTER } from './deliveries.queries.ts';
import { SEND_JOB } from '../jobs.ts';

const POLL_MS = 500;

/**
 * Gives committed events out to endpoints, as deliveries. It keeps a cursor of its own for each channel and moves it in the
 * transaction that adds the deliveries and their jobs, so that whatever happens in between nothing is lost; that it is
 * told of news only shortens the wait until the next look.
 */
@Injectable()
export class FanOut implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #stopped = false;
  #hasNews = false;
  #wake: () => void = () => undefined;
  #loop: Promise<void> = Promise.resolve();
  #news: Subscription | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly bus: EventBus,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.roles.has('worker')) return;
    this.#news = this.bus.published.subscribe(() => this.#nudge());
    this.#loop = this.#run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    this.#news?.unsubscribe();
    this.#nudge();
    await this.#loop;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#hasNews = false;
      const gave = await this.#turn().catch((error: unknown) => {
        if (!this.#stopped) reportError(error, { category: 'webhook', severity: 'warning' });
        return false;
      });
      if (!gave && !this.#hasNews && !this.#stopped) await this.#sleep();
    }
  }

  /** True where something was given out. */
  async #turn(): Promise<boolean> {
    const behind = await this.database.gate(BEHIND, []);
    let gave = false;
    for (const { tenantId } of behind) gave = (await this.database.run({ scope: { tenantId, userId: null } }, () => this.#give())) || gave;
    return gave;
  }

  /** The next events of each channel of a tenant, to all endpoints that want them and whose owners may read them. */
  async #give(): Promise<boolean> {
    const cursors = await this.database.query(CURSORS);
    const endpoints = cursors.length === 0 ? [] : await this.database.query(ACTIVE_ENDPOINTS);
    for (const { channel, seq, head } of cursors) {
      const readers = endpoints.filter(({ role }) => hasPermission(role, CHANNELS[channel].read));
      const events = readers.length === 0 ? [] : await this.database.query(EVENTS_AFTER, [channel, seq]);
      const wanted = events.flatMap((event) => readers.filter(({ types }) => types.length === 0 || types.includes(event.type)).map(({ id }) => ({ ...event, endpointId: id })));
      if (wanted.length > 0) {
        await this.#add(wanted.map(({ endpointId, id, seq, type }) => [endpointId, id, channel, seq, type]));
      }
      await this.database.query(ADVANCE, [channel, events.at(-1)?.seq ?? head]);
    }
    return cursors.length > 0;
  }

  async #add(rows: (string | number)[][]): Promise<void> {
    const now = this.clock.now();
    const columns = [0, 1, 2, 3, 4].map((place) => rows.map((row) => row[place]));
    for (const { id, endpointId } of await this.database.query(ADD_DELIVERIES, [...columns, now])) {
      await this.jobs.enqueue(SEND_JOB, { deliveryId: id, attempts: 0 }, { group: endpointId });
    }
    await forgetLater(this.jobs, this.clock);
  }

  #nudge(): void {
    this.#hasNews = true;
    this.#wake();
  }

  #sleep(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
