import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CHANNEL_NAMES, type Channel, type EventEnvelope } from '@kontor/contracts/events';
import pLimit from 'p-limit';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { REDIS, type RedisConnections } from '../redis/redis-connections.ts';
import { reportError } from '../telemetry/report-error.ts';
import { EVENT_COLUMNS, envelopeOf, type EventRow } from './envelope.ts';
import { EventBus } from './event-bus.ts';
import { redisChannel } from './event-publisher.ts';

/** How often the past is read of who is behind, and of everybody while Redis is gone. */
const POLL_MS = 1_000;
const PAGE = 500;
/** Tenants that are brought level at the same time. */
const AT_ONCE = 4;

const HEADS = sql<{ channel: Channel; seq: number }>('SELECT channel, seq FROM event_counters');
const AFTER = sql<EventRow & { epoch: string }>(`
  SELECT ${EVENT_COLUMNS}, i.epoch FROM unnest($1::text[], $2::bigint[]) AS r (channel, seq)
  CROSS JOIN LATERAL (SELECT * FROM events e WHERE e.channel = r.channel AND e.seq > r.seq ORDER BY e.seq LIMIT ${PAGE}) e
  CROSS JOIN instance i`);

/** A tenant that somebody in this process follows. */
interface Followed {
  tenantId: string;
  followers: number;
  begun: Promise<void> | undefined;
  /** The last number of each channel that came to the bus; undefined until the present ones are known. */
  reached: Map<Channel, number> | undefined;
  isBehind: boolean;
  isFilling: boolean;
}

/**
 * Brings what the relay publishes on Redis to the bus of this process: the events of the tenants that are followed here,
 * each once, in order and without a gap. Redis forgets what nobody hears, so the past is read from the database after
 * every interruption. Without Redis there is nothing to do: the relay publishes on the bus itself.
 */
@Injectable()
export class EventReceiver implements OnModuleInit, OnModuleDestroy {
  readonly #followed = new Map<string, Followed>();
  readonly #limit = pLimit(AT_ONCE);
  #timer: NodeJS.Timeout | undefined;
  /** A database that is gone is told of once, not by every tenant. */
  #isInTrouble = false;

  constructor(
    @Inject(REDIS) private readonly redis: RedisConnections | null,
    private readonly bus: EventBus,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    const subscriber = this.redis?.subscriber;
    if (!subscriber) return;
    subscriber.restored.subscribe(() => this.#fillAll());
    this.#timer = setInterval(() => this.#fillAll(subscriber.isHearing), POLL_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
    for (const tenantId of [...this.#followed.keys()]) this.#leave(tenantId);
  }

  /** Resolves once all that is committed in the tenant from now on comes to the bus. Each call is undone by one of `unfollow`. */
  async follow(tenantId: string): Promise<void> {
    if (!this.redis) return;
    const followed = this.#followed.get(tenantId) ?? { tenantId, followers: 0, begun: undefined, reached: undefined, isBehind: false, isFilling: false };
    this.#followed.set(tenantId, followed);
    followed.followers += 1;
    followed.begun ??= this.#begin(followed);
    await followed.begun;
  }

  unfollow(tenantId: string): void {
    const followed = this.#followed.get(tenantId);
    if (!followed) return;
    followed.followers -= 1;
    if (followed.followers === 0) this.#leave(tenantId);
  }

  /** Hears first and looks then how far the channels have got, so that nothing happens in between. */
  async #begin(followed: Followed): Promise<void> {
    try {
      await this.redis?.subscriber.hear(channelsOf(followed.tenantId), (message) => this.#receive(followed, message));
      const heads = await this.#read(followed, () => this.database.query(HEADS));
      followed.reached = new Map(heads.map(({ channel, seq }) => [channel, seq]));
    } catch (error) {
      followed.begun = undefined;
      throw error;
    }
  }

  #leave(tenantId: string): void {
    this.#followed.delete(tenantId);
    this.redis?.subscriber.leave(channelsOf(tenantId));
  }

  #receive(followed: Followed, message: string): void {
    try {
      const envelope = JSON.parse(message) as EventEnvelope;
      if (!this.#publish(followed, envelope)) this.#fill(followed);
    } catch (error) {
      reportError(error, { category: 'realtime', severity: 'error' });
    }
  }

  /** Drops what has been published before. @returns false where there is a gap before it */
  #publish({ tenantId, reached }: Followed, envelope: EventEnvelope): boolean {
    const last = reached?.get(envelope.channel) ?? 0;
    if (!reached || envelope.seq <= last) return true;
    if (envelope.seq > last + 1) return false;
    reached.set(envelope.channel, envelope.seq);
    this.bus.publish({ tenantId, envelope });
    return true;
  }

  #fillAll(onlyBehind = false): void {
    for (const followed of this.#followed.values()) if (followed.isBehind || !onlyBehind) this.#fill(followed);
  }

  #fill(followed: Followed): void {
    followed.isBehind = true;
    if (!followed.isFilling && followed.reached) void this.#limit(() => this.#fillNow(followed));
  }

  async #fillNow(followed: Followed): Promise<void> {
    if (followed.isFilling) return;
    followed.isFilling = true;
    try {
      while (followed.isBehind && this.#followed.get(followed.tenantId) === followed) {
        followed.isBehind = false;
        if ((await this.#publishMissed(followed)) > 0) followed.isBehind = true;
      }
      this.#isInTrouble = false;
    } catch (error) {
      followed.isBehind = true;
      if (!this.#isInTrouble) reportError(error, { category: 'realtime', severity: 'warning' });
      this.#isInTrouble = true;
    } finally {
      followed.isFilling = false;
    }
  }

  /** @returns how many there were */
  async #publishMissed(followed: Followed): Promise<number> {
    const reached = followed.reached!;
    const after = CHANNEL_NAMES.map((channel) => reached.get(channel) ?? 0);
    const rows = await this.#read(followed, () => this.database.query(AFTER, [CHANNEL_NAMES, after]));
    for (const { epoch, ...row } of rows) {
      // What is no longer kept is skipped: its readers see the gap and are told so when they ask.
      if (row.seq > (reached.get(row.channel) ?? 0) + 1) reached.set(row.channel, row.seq - 1);
      this.#publish(followed, envelopeOf(row, epoch));
    }
    return rows.length;
  }

  #read<T>({ tenantId }: Followed, read: () => Promise<T>): Promise<T> {
    return this.database.run({ scope: { tenantId, userId: null }, reading: true }, read);
  }
}

function channelsOf(tenantId: string): string[] {
  return CHANNEL_NAMES.map((channel) => redisChannel(channel, tenantId));
}
