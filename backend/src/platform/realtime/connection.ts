import type { Socket } from 'socket.io';
import type { ErrorCode, Problem } from '@kontor/contracts/errors';
import type { Channel, EventEnvelope, EventType } from '@kontor/contracts/events';
import type { ClientToServer, ServerToClient } from '@kontor/contracts/realtime';
import type { Actor } from '../access/actor.ts';
import { problemBody, ProblemError } from '../http/problems.ts';

export type RealtimeSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, { connection: Connection }>;

/** How far one reader has been brought on one channel. */
export interface Subscription {
  /** The last number this reader has been sent or spared. */
  seq: number;
  types?: ReadonlySet<EventType>;
  /** What arrives while the past is still being sent; null once that is done. */
  held: EventEnvelope[] | null;
}

/** Bytes or packets that may wait for a reader before it is cut. */
const MAX_WAITING_BYTES = 1_048_576;
const MAX_WAITING_PACKETS = 2_000;

/** One socket of a member, with its subscriptions. */
export class Connection {
  readonly subscriptions = new Map<Channel, Subscription>();

  constructor(
    readonly socket: RealtimeSocket,
    readonly actor: Actor,
    readonly traceId: string,
  ) {}

  /** Sends an envelope unless this reader has had it or did not ask for its type. */
  deliver(subscription: Subscription, envelope: EventEnvelope): void {
    if (subscription.held) return void subscription.held.push(envelope);
    if (envelope.seq <= subscription.seq) return;
    subscription.seq = envelope.seq;
    if (!subscription.types || subscription.types.has(envelope.type)) this.socket.emit('event', envelope);
  }

  problem(code: ErrorCode, detail: string): Problem {
    return problemBody(new ProblemError(code, detail), this.traceId);
  }

  /** Says why, and closes. */
  cut(code: ErrorCode, detail: string): void {
    this.socket.emit('error', this.problem(code, detail));
    this.socket.disconnect(true);
  }

  /** True where the reader does not keep up with what it is sent. */
  get isSlow(): boolean {
    const { writeBuffer, transport } = this.socket.conn as unknown as {
      writeBuffer: unknown[];
      transport: { socket?: { bufferedAmount?: number } };
    };
    return writeBuffer.length > MAX_WAITING_PACKETS || (transport.socket?.bufferedAmount ?? 0) > MAX_WAITING_BYTES;
  }
}
