import type { OnModuleDestroy } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { REALTIME_NAMESPACE } from '@kontor/contracts/realtime';
import type { Namespace } from 'socket.io';
import { Sessions } from '../access/sessions.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { EventReceiver } from '../events/event-receiver.ts';
import { sockets } from '../telemetry/metrics.ts';
import { reportError } from '../telemetry/report-error.ts';
import type { Connection, RealtimeSocket } from './connection.ts';
import { Handshake } from './handshake.ts';
import { messageLimit } from './message-limit.ts';
import { Presence } from './presence.ts';
import { Rooms } from './rooms.ts';
import { Subscriptions } from './subscriptions.ts';

const HEARTBEAT_SECONDS = 15;
const RECHECK_MS = 3_000;
const SLOW_CHECK_MS = 250;
const FAREWELL_MS = 1_000;
const EPOCH = sql<{ epoch: string }>('SELECT epoch FROM instance');

/** The one door for sockets. Reads only: no write comes through it, and it decides nothing about the business. */
@WebSocketGateway({ namespace: REALTIME_NAMESPACE })
export class RealtimeGateway implements OnGatewayInit<Namespace>, OnGatewayConnection<RealtimeSocket>, OnModuleDestroy {
  readonly #connections = new Set<Connection>();
  readonly #timers: NodeJS.Timeout[] = [];
  #epoch = '';

  constructor(
    private readonly handshake: Handshake,
    private readonly sessions: Sessions,
    private readonly subscriptions: Subscriptions,
    private readonly presence: Presence,
    private readonly rooms: Rooms,
    private readonly receiver: EventReceiver,
    private readonly database: Database,
  ) {}

  afterInit(namespace: Namespace): void {
    this.rooms.namespace = namespace;
    namespace.use((socket, next) => {
      this.handshake.admit(socket as RealtimeSocket).then(() => next(), next);
    });
    this.sessions.ended.subscribe(({ userId, tenantId }) => {
      const concerned = [...this.#connections].filter(({ actor }) => actor.userId === userId && (!tenantId || actor.tenantId === tenantId));
      void this.#recheck(concerned);
    });
    this.#every(RECHECK_MS, () => void this.#recheck([...this.#connections]));
    this.#every(HEARTBEAT_SECONDS * 1_000, () => this.#beat());
    this.#every(SLOW_CHECK_MS, () => this.#cutSlow());
  }

  onModuleDestroy(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const connection of this.#connections) {
      connection.cut('UNAVAILABLE', 'This process ends. Connect anew and resume from the last sequence number.');
      // The server closes once its last socket has: one that sleeps must not hold it up.
      connection.terminateAfter(FAREWELL_MS);
    }
  }

  async handleConnection(socket: RealtimeSocket): Promise<void> {
    const { connection } = socket.data;
    const { tenantId } = connection.actor;
    this.#connections.add(connection);
    sockets.inc();
    connection.followed = this.receiver.follow(tenantId);
    socket.on('disconnect', () => {
      this.#connections.delete(connection);
      sockets.dec();
      this.receiver.unfollow(tenantId);
      this.subscriptions.leaveAll(connection);
      this.presence.leaveAll(connection);
    });
    const isWithinLimit = messageLimit(connection);
    socket.use((_message, accept) => void (isWithinLimit() && accept()));
    socket.on('subscribe', (request, answer) => {
      if (typeof answer === 'function') void this.subscriptions.subscribe(connection, request).then(answer);
    });
    socket.on('unsubscribe', (request, answer) => {
      if (typeof answer === 'function') answer(this.subscriptions.unsubscribe(connection, request));
    });
    socket.on('presence', (request, answer) => {
      if (typeof answer === 'function') void this.presence.enter(connection, request).then(answer);
    });
    try {
      await connection.followed;
      socket.emit('ready', { connectionId: socket.id, tenantId, epoch: await this.#readEpoch(), heartbeatSeconds: HEARTBEAT_SECONDS });
    } catch {
      connection.cut('UNAVAILABLE', 'Kontor is out of reach of its database.');
    }
  }

  async #readEpoch(): Promise<string> {
    return (this.#epoch ||= (await this.database.gate(EPOCH, []))[0]!.epoch);
  }

  /** Cuts whoever's session was ended, has expired or has got other rights. */
  async #recheck(connections: Connection[]): Promise<void> {
    if (connections.length === 0) return;
    try {
      const standing = await this.sessions.standing(connections.map(({ actor }) => actor));
      for (const connection of connections) {
        if (standing.has(connection.actor.sessionId)) continue;
        const isOver = Date.parse(connection.actor.expiresAt ?? '') <= Date.now();
        connection.cut(isOver ? 'SESSION_EXPIRED' : 'SESSION_REVOKED', 'The session or key no longer stands as it did. Connect anew.');
      }
    } catch (error) {
      reportError(error, { category: 'realtime', severity: 'warning' });
    }
  }

  #beat(): void {
    for (const connection of this.#connections) {
      const channels = [...connection.subscriptions.keys()];
      connection.socket.emit('heartbeat', Object.fromEntries(channels.map((channel) => [channel, this.rooms.seq(connection, channel)])));
    }
  }

  #cutSlow(): void {
    for (const connection of this.#connections) {
      if (connection.isSlow) connection.cut('SLOW_CONSUMER', 'Too much is waiting for you. Resume from the last sequence number.');
    }
  }

  #every(ms: number, work: () => void): void {
    this.#timers.push(setInterval(work, ms).unref());
  }
}
