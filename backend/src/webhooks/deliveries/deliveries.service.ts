import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WEBHOOK_TEST } from '@kontor/contracts/webhooks';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { Conflict, NotFound } from '../../platform/http/problems.ts';
import type { PageOf } from '../../platform/http/shapes.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { EndpointsService } from '../endpoints/endpoints.service.ts';
import type { DeliveryBody, DeliveryDetailBody } from './delivery.shape.ts';
import type { DeliveryQuery, ReplayDto } from './deliveries.dto.ts';
import { ADD_TEST, ATTEMPTS, COUNT_RANGE, DELIVERIES, deliveriesOf, DELIVERY, REPLAY, REPLAY_RANGE } from './deliveries.queries.ts';
import { REPLAY_JOB, SEND_JOB } from '../jobs.ts';

/** Numbers, for the payload of a job. */
interface RangeIds {
  endpointId: string;
  from: number;
  until: number;
  delivered: number;
  [key: string]: string | number;
}

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** What was sent where, what came of it, and sending it again. */
@Injectable()
export class DeliveriesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register<RangeIds>(REPLAY_JOB, { run: (ids) => this.#replayAll(ids) });
  }

  /** Newest first. */
  async list(endpointId: string, query: DeliveryQuery): Promise<PageOf<DeliveryBody>> {
    const [page] = await Promise.all([DELIVERIES(this.database, deliveriesOf(endpointId, query), { ...query, sort: '-createdAt' }), this.endpoints.read(endpointId)]);
    return page;
  }

  async read(id: string): Promise<DeliveryDetailBody> {
    const [delivery, log] = await Promise.all([this.database.one(DELIVERY, [id]), this.database.query(ATTEMPTS, [id])]);
    if (!delivery) throw new NotFound();
    return { ...delivery, log };
  }

  /** Sends an event that says no more than that it is a test. */
  async test(endpointId: string): Promise<DeliveryBody> {
    await this.#requireActive(endpointId);
    const { id } = (await this.database.one(ADD_TEST, [endpointId, WEBHOOK_TEST, this.clock.now()]))!;
    await this.#enqueue({ id, endpointId, attempts: 0 });
    return (await this.database.one(DELIVERY, [id]))!;
  }

  /** Sends it again, by the whole schedule. */
  async replay(id: string): Promise<DeliveryBody> {
    const delivery = await this.database.one(DELIVERY, [id]);
    if (!delivery) throw new NotFound();
    await this.#requireActive(delivery.endpointId);
    const { attempts } = (await this.database.one(REPLAY, [id, this.clock.now()]))!;
    await this.#enqueue({ id, endpointId: delivery.endpointId, attempts });
    return (await this.database.one(DELIVERY, [id]))!;
  }

  /** Sends again what has failed in a time, or everything of it. */
  async replayRange(endpointId: string, { from, until, delivered = false }: ReplayDto): Promise<{ count: number }> {
    await this.#requireActive(endpointId);
    const ids: RangeIds = { endpointId, from: Date.parse(from), until: until === undefined ? this.clock.now().getTime() : Date.parse(until), delivered: Number(delivered) };
    await this.jobs.enqueue(REPLAY_JOB, ids);
    return (await this.database.one(COUNT_RANGE, rangeOf(ids)))!;
  }

  async #replayAll(ids: RangeIds): Promise<void> {
    for (let [at, id] = ['-infinity', NO_ID]; ; ) {
      const replayed = await this.database.step(async () => {
        const found = await this.database.query(REPLAY_RANGE, [...rangeOf(ids), at, id, this.clock.now()]);
        for (const delivery of found) await this.#enqueue({ ...delivery, endpointId: ids.endpointId });
        return found;
      });
      const last = replayed.at(-1);
      if (!last) return;
      [at, id] = [last.createdAt, last.id];
    }
  }

  #enqueue({ id, endpointId, attempts }: { id: string; endpointId: string; attempts: number }): Promise<void> {
    return this.jobs.enqueue(SEND_JOB, { deliveryId: id, attempts }, { group: endpointId });
  }

  async #requireActive(endpointId: string): Promise<void> {
    const { state } = await this.endpoints.read(endpointId);
    if (state !== 'active') throw new Conflict('The endpoint is disabled. Enable it first.');
  }
}

function rangeOf({ endpointId, from, until, delivered }: RangeIds): unknown[] {
  return [endpointId, delivered ? ['failed', 'delivered'] : ['failed'], new Date(from), new Date(until)];
}
