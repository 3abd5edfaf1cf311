import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Namespace } from 'socket.io';
import type { Channel } from '@kontor/contracts/events';
import type { Subscription as RxSubscription } from 'rxjs';
import { Channels } from '../events/channels.ts';
import { EventBus, type Published } from '../events/event-bus.ts';
import type { Connection } from './connection.ts';

/**
 * The readers of one channel of one tenant. Those who see everything share a socket.io room, where an event is encoded
 * once; the others — narrower visibility, chosen types, still catching up — are served one by one.
 */
interface Room {
  name: string;
  /** The last number sent into the room. */
  seq: number;
  shared: Set<Connection>;
  single: Set<Connection>;
}

@Injectable()
export class Rooms implements OnModuleInit, OnModuleDestroy {
  namespace: Namespace | undefined;
  readonly #rooms = new Map<string, Room>();
  #published: RxSubscription | undefined;

  constructor(
    private readonly bus: EventBus,
    private readonly channels: Channels,
  ) {}

  onModuleInit(): void {
    this.#published = this.bus.published.subscribe((event) => this.#spread(event));
  }

  onModuleDestroy(): void {
    this.#published?.unsubscribe();
  }

  /** Starts serving a connection on its own; it moves to the shared readers once it is level with them. */
  enter(connection: Connection, channel: Channel): void {
    const name = `${connection.actor.tenantId}|${channel}`;
    const room = this.#rooms.get(name) ?? { name, seq: 0, shared: new Set(), single: new Set() };
    this.#rooms.set(name, room);
    room.single.add(connection);
  }

  leave(connection: Connection, channel: Channel): void {
    const name = `${connection.actor.tenantId}|${channel}`;
    const room = this.#rooms.get(name);
    if (!room) return;
    room.single.delete(connection);
    if (room.shared.delete(connection)) void connection.socket.leave(name);
    if (room.single.size + room.shared.size === 0) this.#rooms.delete(name);
  }

  /** The last number that `connection` has been brought to. */
  seq(connection: Connection, channel: Channel): number {
    const room = this.#rooms.get(`${connection.actor.tenantId}|${channel}`);
    const own = connection.subscriptions.get(channel)?.seq ?? 0;
    return room?.shared.has(connection) ? Math.max(room.seq, own) : own;
  }

  /** The past has been sent: what arrived meanwhile follows, then the connection is live. */
  catchUp(connection: Connection, channel: Channel): void {
    const subscription = connection.subscriptions.get(channel);
    const held = subscription?.held;
    if (!subscription || !held) return;
    subscription.held = null;
    for (const envelope of held) connection.deliver(subscription, envelope);
    const room = this.#rooms.get(`${connection.actor.tenantId}|${channel}`);
    if (room) this.#promote(room, connection, channel);
  }

  #spread({ tenantId, envelope }: Published): void {
    const room = this.#rooms.get(`${tenantId}|${envelope.channel}`);
    if (!room || envelope.seq <= room.seq) return;
    room.seq = envelope.seq;
    if (room.shared.size > 0) this.namespace?.to(room.name).emit('event', envelope);
    for (const connection of [...room.single]) {
      const subscription = connection.subscriptions.get(envelope.channel);
      if (!subscription) continue;
      connection.deliver(subscription, this.channels.shown(connection.actor, envelope));
      this.#promote(room, connection, envelope.channel);
    }
  }

  #promote(room: Room, connection: Connection, channel: Channel): void {
    const subscription = connection.subscriptions.get(channel);
    if (!subscription || subscription.held || subscription.types || subscription.seq > room.seq) return;
    if (!this.channels.seesAll(connection.actor, channel)) return;
    room.single.delete(connection);
    room.shared.add(connection);
    void connection.socket.join(room.name);
  }
}
