import { Inject, Injectable } from '@nestjs/common';
import type { Channel } from '@kontor/contracts/events';
import { REDIS, type RedisConnections } from '../redis/redis-connections.ts';
import { EventBus, type Published } from './event-bus.ts';

/** The channel of one tenant on Redis, where other programs may listen too. */
export function redisChannel(channel: Channel, tenantId: string): string {
  return `${channel}:${tenantId}`;
}

/** Where the relay hands events over: to the bus of this process, or to Redis, by which all processes hear of them. */
@Injectable()
export class EventPublisher {
  constructor(
    @Inject(REDIS) private readonly redis: RedisConnections | null,
    private readonly bus: EventBus,
  ) {}

  /** Resolves once all have been accepted, in order. @throws Error where Redis has not taken them */
  async publish(events: readonly Published[]): Promise<void> {
    if (!this.redis) return events.forEach((event) => this.bus.publish(event));
    const sent = this.redis.commands.pipeline();
    for (const { tenantId, envelope } of events) sent.publish(redisChannel(envelope.channel, tenantId), JSON.stringify(envelope));
    for (const [error] of (await sent.exec()) ?? []) if (error) throw error;
  }
}
