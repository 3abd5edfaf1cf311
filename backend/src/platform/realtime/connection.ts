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

/** Bytes or packets that may wait for a reader before it is cut. A page of the past with the largest events fits. */
const MAX_WAITING_BYTES = 8_388_608;
const MAX_WAITING_PACKETS = 2_000;
/** How long a reader that is cut may take to read why. */
const LAST_WORDS_MS = 5_000;

/** What socket.io has not handed over yet, and below it what the transport has not. */
interface Wire {
  writeBuffer: { data?: { length: number } }[];
  transport: { socket?: { bufferedAmount: number; terminate(): void } };
  once(event: 'drain' | 'close', react: () => void): void;
  off(event: 'drain' | 'close', react: () => void): void;
}

/** One socket of a member, with its subscriptions. */
export class Connection {
  readonly subscriptions = new Map<Channel, Subscription>();
  /** Resolves once the events of the tenant come to this process. */
  followed: Promise<void> = Promise.resolve();

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
    this.terminateAfter(LAST_WORDS_MS);
  }

  /** Ends the connection in any case: a reader that stands still would keep a closing one open. */
  terminateAfter(ms: number): void {
    const { transport } = this.#wire;
    setTimeout(() => transport.socket?.terminate(), ms).unref();
  }

  /** True where the reader does not keep up with what it is sent. */
  get isSlow(): boolean {
    const { writeBuffer, transport } = this.#wire;
    if (writeBuffer.length > MAX_WAITING_PACKETS) return true;
    const waiting = writeBuffer.reduce((bytes, { data }) => bytes + (data?.length ?? 0), transport.socket?.bufferedAmount ?? 0);
    return waiting > MAX_WAITING_BYTES;
  }

  /** Resolves once all that was sent has been handed to the transport, or the connection has ended. */
  async drained(): Promise<void> {
    const wire = this.#wire;
    while (this.socket.connected && wire.writeBuffer.length > 0) {
      await new Promise<void>((resolve) => {
        const done = () => {
          wire.off('drain', done);
          wire.off('close', done);
          resolve();
        };
        wire.once('drain', done);
        wire.once('close', done);
      });
    }
  }

  get #wire(): Wire {
    return this.socket.conn as unknown as Wire;
  }
}
