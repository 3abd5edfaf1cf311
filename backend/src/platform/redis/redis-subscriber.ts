import type { Redis } from 'ioredis';
import { Subject } from 'rxjs';

type Hearer = (message: string) => void;

/** Channels that one command subscribes to. */
const MOST_AT_ONCE = 500;
/** A connection that only listens notices its end by asking. */
const PING_MS = 2_000;

/**
 * Hears channels over one connection, again after each reconnection. What is said while nobody listens is lost: whoever
 * needs it reads it elsewhere once `restored`.
 */
export class RedisSubscriber {
  readonly #connection: Redis;
  readonly #hearers = new Map<string, Hearer>();
  readonly #restored = new Subject<void>();
  /** All channels are heard again. */
  readonly restored = this.#restored.asObservable();
  #isHearing = false;

  constructor(connection: Redis) {
    this.#connection = connection;
    connection.on('message', (channel: string, message: string) => this.#hearers.get(channel)?.(message));
    connection.on('ready', () => void this.#subscribeAnew());
    connection.on('close', () => (this.#isHearing = false));
    const pings = setInterval(() => void this.#ping(), PING_MS).unref();
    connection.on('end', () => clearInterval(pings));
  }

  /** False while something may be missed. */
  get isHearing(): boolean {
    return this.#isHearing;
  }

  /** What is said after this has resolved is heard. It resolves also while Redis is gone, and is made good by `restored`. */
  async hear(channels: readonly string[], hearer: Hearer): Promise<void> {
    for (const channel of channels) this.#hearers.set(channel, hearer);
    await this.#subscribe(channels).catch(() => this.#reconnect());
  }

  leave(channels: readonly string[]): void {
    for (const channel of channels) this.#hearers.delete(channel);
    if (this.#connection.status === 'ready') this.#connection.unsubscribe(...channels).catch(() => undefined);
  }

  async #subscribeAnew(): Promise<void> {
    try {
      await this.#subscribe([...this.#hearers.keys()]);
      this.#isHearing = true;
      this.#restored.next();
    } catch {
      this.#reconnect();
    }
  }

  async #subscribe(channels: readonly string[]): Promise<void> {
    for (let from = 0; from < channels.length; from += MOST_AT_ONCE) {
      await this.#connection.subscribe(...channels.slice(from, from + MOST_AT_ONCE));
    }
  }

  async #ping(): Promise<void> {
    if (this.#connection.status === 'ready') await this.#connection.ping().catch(() => this.#reconnect());
  }

  #reconnect(): void {
    if (this.#connection.status === 'ready') this.#connection.disconnect(true);
  }
}
