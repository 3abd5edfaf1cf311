import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Redis } from 'ioredis';
import { log } from '../telemetry/logger.ts';
import { reportError } from '../telemetry/report-error.ts';
import { RedisSubscriber } from './redis-subscriber.ts';

/** Injection token of the `RedisConnections`, or null where no REDIS_URL is set. */
export const REDIS = Symbol('redis');

const CONNECT_TIMEOUT_MS = 2_000;
const COMMAND_TIMEOUT_MS = 1_000;
/** A connection that stays silent this long after a command is dead, whatever the network says. */
const SOCKET_TIMEOUT_MS = 3_000;
const MOST_RETRY_MS = 1_000;

/**
 * Connections to the Redis of REDIS_URL. They come back by themselves; while Redis is gone, commands fail at once instead
 * of piling up, and nothing is sent twice. Whoever asks has a way to go on without.
 */
export class RedisConnections implements OnModuleInit, OnApplicationShutdown {
  /** For commands. For subscribing use a connection of its own. */
  readonly commands: Redis;
  readonly #url: string;
  readonly #opened: Redis[] = [];
  #subscriber: RedisSubscriber | undefined;

  constructor(url: string) {
    this.#url = url;
    this.commands = this.open('commands');
  }

  /** Opened by the first who wants to hear. */
  get subscriber(): RedisSubscriber {
    return (this.#subscriber ??= new RedisSubscriber(this.open('subscriber')));
  }

  /** One more connection, ended with the others. It subscribes to nothing by itself when it comes back. */
  open(name: string): Redis {
    const connection = new Redis(this.#url, {
      connectionName: `kontor-${name}`,
      connectTimeout: CONNECT_TIMEOUT_MS,
      commandTimeout: COMMAND_TIMEOUT_MS,
      socketTimeout: SOCKET_TIMEOUT_MS,
      retryStrategy: (attempts) => Math.min(attempts * 100, MOST_RETRY_MS),
      maxRetriesPerRequest: 0,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      autoResubscribe: false,
    });
    reportOutages(connection, name);
    this.#opened.push(connection);
    return connection;
  }

  get isReachable(): boolean {
    return this.commands.status === 'ready';
  }

  /** The first commands find a connection where there is a Redis; where there is none, the start does not wait for it. */
  async onModuleInit(): Promise<void> {
    if (this.isReachable) return;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, CONNECT_TIMEOUT_MS).unref();
      this.commands.once('ready', resolve);
    });
  }

  onApplicationShutdown(): void {
    for (const connection of this.#opened) connection.disconnect();
  }
}

/** One line when Redis goes and one when it is back, however often was tried in between. */
function reportOutages(connection: Redis, name: string): void {
  let isOut = false;
  connection.on('error', (error) => {
    if (!isOut) reportError(error, { category: 'redis', severity: 'warning', context: { connection: name } });
    isOut = true;
  });
  connection.on('ready', () => {
    if (isOut) log.info({ connection: name }, 'Redis is back');
    isOut = false;
  });
}
