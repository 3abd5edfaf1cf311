import { Injectable } from '@nestjs/common';
import { CHANNELS, type Channel, type EventType } from '@kontor/contracts/events';
import type { Problem } from '@kontor/contracts/errors';
import type { SubscribeAnswer, UnsubscribeAnswer } from '@kontor/contracts/realtime';
import { Database } from '../database/database.ts';
import { Channels } from '../events/channels.ts';
import { Feed, type FeedPage } from '../events/feed.ts';
import { problemOf } from '../http/problem-of.ts';
import { Forbidden, Invalid, problemBody, ProblemError } from '../http/problems.ts';
import { reportError } from '../telemetry/report-error.ts';
import type { Connection, Subscription } from './connection.ts';
import { Rooms } from './rooms.ts';

const PAGE = 500;
/** Who missed more than this reads the resources anew, which is cheaper for both sides. */
const MAX_REPLAY = 5_000;

/** Answers `subscribe` and `unsubscribe` for the channels of every feature. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly channels: Channels,
    private readonly feed: Feed,
    private readonly rooms: Rooms,
    private readonly database: Database,
  ) {}

  async subscribe(connection: Connection, request: unknown): Promise<SubscribeAnswer> {
    try {
      const { channel, since, types } = this.#checked(request);
      this.unsubscribe(connection, { channel });
      const subscription: Subscription = { seq: since ?? 0, held: [], ...(types ? { types: new Set(types) } : {}) };
      connection.subscriptions.set(channel, subscription);
      this.rooms.enter(connection, channel);
      try {
        await connection.followed;
        return await this.#replay(connection, channel, subscription, since);
      } catch (error) {
        if (isCurrent(connection, channel, subscription)) this.unsubscribe(connection, { channel });
        throw error;
      }
    } catch (error) {
      return { ok: false, error: this.#refusal(connection, error) };
    }
  }

  unsubscribe(connection: Connection, request: unknown): UnsubscribeAnswer {
    const { channel } = (request ?? {}) as { channel?: unknown };
    if (!this.channels.has(channel)) return { ok: false, error: this.#refusal(connection, unknownChannel(channel)) };
    this.rooms.leave(connection, channel);
    connection.subscriptions.delete(channel);
    return { ok: true, channel };
  }

  leaveAll(connection: Connection): void {
    for (const channel of connection.subscriptions.keys()) this.rooms.leave(connection, channel);
    connection.subscriptions.clear();
  }

  async #replay(connection: Connection, channel: Channel, subscription: Subscription, since: number | undefined): Promise<SubscribeAnswer> {
    const first = await this.#read(connection, channel, since ?? Number.MAX_SAFE_INTEGER);
    if (since === undefined || !first.isComplete || first.head - since > MAX_REPLAY) {
      subscription.seq = first.head;
      if (isCurrent(connection, channel, subscription)) this.rooms.catchUp(connection, channel);
      return since === undefined ? { ok: true, channel, seq: first.head, replayed: 0 } : { ok: true, channel, resync: true, seq: first.head };
    }
    let replayed = 0;
    for (let page = first; page.events.length > 0; page = await this.#read(connection, channel, subscription.seq)) {
      if (!isCurrent(connection, channel, subscription)) break;
      for (const envelope of page.events) {
        subscription.seq = envelope.seq;
        if (subscription.types && !subscription.types.has(envelope.type)) continue;
        connection.socket.emit('event', envelope);
        replayed += 1;
      }
      if (page.events.length < PAGE) break;
      await connection.drained();
    }
    const { seq } = subscription;
    if (isCurrent(connection, channel, subscription)) this.rooms.catchUp(connection, channel);
    return { ok: true, channel, seq, replayed };
  }

  /** In the rights of the session, which the same flight proves. */
  #read({ actor }: Connection, channel: Channel, after: number): Promise<FeedPage> {
    const unit = this.database.unit({ sessionId: actor.sessionId, authVersion: actor.authVersion }, true);
    return this.feed.read(unit, actor, channel, after, PAGE);
  }

  #checked(request: unknown): { channel: Channel; since?: number; types?: EventType[] } {
    const { channel, since, types, ...rest } = (typeof request === 'object' && request !== null ? request : {}) as Record<string, unknown>;
    const stray = Object.keys(rest)[0];
    if (stray !== undefined) throw Invalid.field(`/${stray}`, 'UNKNOWN_FIELD', 'Is not a field here.');
    if (!this.channels.has(channel)) throw unknownChannel(channel);
    if (since !== undefined && (!Number.isSafeInteger(since) || (since as number) < 0)) {
      throw Invalid.field('/since', 'INVALID_TYPE', 'Must be a sequence number.');
    }
    const known: readonly string[] = CHANNELS[channel].types;
    if (types !== undefined && (!Array.isArray(types) || types.some((type) => !known.includes(type as string)))) {
      throw Invalid.field('/types', 'INVALID_VALUE', 'Must be event types of the channel.');
    }
    return { channel, ...(since === undefined ? {} : { since: since as number }), ...(types === undefined ? {} : { types: types as EventType[] }) };
  }

  #refusal(connection: Connection, error: unknown): Problem {
    const known = problemOf(error);
    if (!known) reportError(error, { category: 'realtime', severity: 'error' });
    return problemBody(known ?? new ProblemError('INTERNAL', 'Something went wrong here.'), connection.traceId);
  }
}

/** False once the reader has left, or has asked anew while its past was still being read: the later request counts. */
function isCurrent({ subscriptions }: Connection, channel: Channel, subscription: Subscription): boolean {
  return subscriptions.get(channel) === subscription;
}

/** A channel of another tenant is named like any other that is not here: the tenant is the session's. */
function unknownChannel(channel: unknown): ProblemError {
  const isForeign = typeof channel === 'string' && /^[a-z]+:updates:/.test(channel);
  return isForeign ? new Forbidden('The tenant is that of the session.') : Invalid.field('/channel', 'INVALID_VALUE', 'Is not a channel here.');
}
