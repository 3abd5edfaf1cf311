import type { ErrorCode, Problem } from '@kontor/contracts/errors';
import type { Channel, EventEnvelope, EventType } from '@kontor/contracts/events';
import { PRESENCE_SECONDS, REALTIME_NAMESPACE, REALTIME_PATH } from '@kontor/contracts/realtime';
import type { Heartbeat, Presence, PresenceState, Ready } from '@kontor/contracts/realtime';
import { backOff } from './back-off.ts';
import { Place } from './place.ts';
import { Position, type Mark, type Step } from './position.ts';
import type { TokenSource } from './rest.ts';
import type { OpenSocket, LiveSocket } from './socket.ts';

/** `refused`: signing in anew is the only way on. */
export type RealtimeState = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'refused';

/** Thrown by a token function that will not have one any more; any other failure is worth another try. */
export class TokenRefused extends Error {}

export interface RealtimeOptions {
  /** The gateway's origin, such as `https://api.kontor.example`. */
  baseUrl: string;
  /** A function is asked before each attempt, as single-use tokens need it. */
  token: TokenSource;
  /** `io` of socket.io-client 4, or a function that loads it first. */
  io: OpenSocket;
  /** The frontend's origin, which the gateway asks for where `token` is no API key. Browsers send it themselves. */
  origin?: string;
  /** `cause` says why it is `refused`. */
  onState?: (state: RealtimeState, cause?: TokenRefused | Problem) => void;
}

export interface Following {
  /** Goes on after this number. Without it, from now on. */
  since?: number;
  /** The epoch that `since` was seen in. */
  epoch?: string;
  /** Only these types. */
  types?: EventType[];
  /** Each event once, in order. */
  onEvent: (event: EventEnvelope) => void;
  /** Something may have been missed: read everything anew. Also once at the start where there is no `since`. */
  onResync?: () => void;
  /** The channel may not be read. */
  onRefused?: (problem: Problem) => void;
}

/** That one is at a resource. */
export interface Attending {
  /** `typing` is to be said again while it lasts. */
  say: (state: Exclude<PresenceState, 'gone'>) => void;
  leave: () => void;
}

interface Followed extends Following {
  position: Position;
}

/** After so many failures in a row the state is `offline`. */
const OFFLINE_AFTER = 3;
/** The gateway has so long to say that it is ready, and to answer. */
const PATIENCE_MS = 20_000;
/** So many heartbeats may fail to come. */
const MISSED_BEATS = 2.5;
/** Presence is said again so often that none is missed. */
const RENEW_MS = (PRESENCE_SECONDS.looking * 1_000) / 2.5;
/** A single-use token may have run out on its way: only a second refusal in a row is final. */
const REFUSALS = 2;
const REFUSED: ReadonlySet<ErrorCode> = new Set(['UNAUTHENTICATED', 'SESSION_EXPIRED', 'SESSION_REVOKED', 'FORBIDDEN', 'ORIGIN_REJECTED', 'WRONG_TENANT']);

/** Follows channels, each event once and in order, and goes on where it left off after every interruption. */
export class RealtimeClient {
  readonly #options: RealtimeOptions;
  readonly #channels = new Map<Channel, Followed>();
  readonly #places = new Map<string, Place>();
  #renewal: ReturnType<typeof setInterval> | undefined;
  #socket: LiveSocket | undefined;
  /** Set while connected and ready. */
  #ready: Ready | undefined;
  #failures = 0;
  #refusals = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #isOpening = false;
  #isClosed = false;

  constructor(options: RealtimeOptions) {
    this.#options = options;
  }

  /** Follows a channel from the next connection on, or at once. A channel is followed once. @returns the function that ends it */
  subscribe(channel: Channel, following: Following): () => void {
    if (this.#channels.has(channel)) throw new Error(`${channel} is followed already.`);
    const { since, epoch, types } = following;
    const start = since === undefined ? undefined : { seq: since, ...(epoch !== undefined && { epoch }) };
    const followed = { ...following, position: new Position(start, types !== undefined) };
    this.#channels.set(channel, followed);
    if (this.#socket && this.#ready) {
      followed.position.enter(this.#ready.epoch);
      void this.#ask(this.#socket, channel, followed);
    }
    return () => {
      if (this.#channels.get(channel) !== followed) return;
      this.#channels.delete(channel);
      this.#socket?.emit('unsubscribe', { channel }, () => undefined);
    };
  }

  /** Is at a resource such as `tickets/<id>` until left, and hears who else is, anew at each change. One is at a resource once. */
  attend(resource: string, onPresence: (others: Presence[]) => void): Attending {
    const place = new Place(onPresence);
    this.#places.set(resource, place);
    this.#renewal ??= setInterval(() => this.#sayAll(), RENEW_MS);
    this.#say(resource, place);
    return {
      say: (state) => {
        place.state = state;
        this.#say(resource, place);
      },
      leave: () => {
        if (this.#places.get(resource) !== place) return;
        this.#places.delete(resource);
        if (this.#places.size === 0) clearInterval(this.#renewal);
        if (this.#places.size === 0) this.#renewal = undefined;
        this.#socket?.emit('presence', { resource, state: 'gone' }, () => undefined);
      },
    };
  }

  /** Where a channel has been followed to, to go on from in another process. */
  mark(channel: Channel): Mark | undefined {
    return this.#channels.get(channel)?.position.mark;
  }

  /** Connects and stays connected until closed or refused. Also ends a wait between two attempts: the network may be back. */
  connect(): void {
    if (this.#isClosed || this.#socket || this.#isOpening) return;
    clearTimeout(this.#timer);
    void this.#open();
  }

  /** For good. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#renewal);
    this.#drop();
  }

  async #open(): Promise<void> {
    const { baseUrl, origin, token, io, onState } = this.#options;
    if (this.#failures === 0) onState?.('connecting');
    this.#isOpening = true;
    try {
      const given = typeof token === 'string' ? token : await token();
      if (this.#isClosed) return;
      // It never reconnects by itself: the next one needs another token.
      const socket = await io(`${baseUrl}${REALTIME_NAMESPACE}`, {
        path: REALTIME_PATH,
        transports: ['websocket'],
        auth: { token: given },
        reconnection: false,
        forceNew: true,
        ...(origin !== undefined && { extraHeaders: { origin } }),
      });
      if (this.#isClosed) socket.disconnect();
      else this.#listen(socket);
    } catch (error) {
      if (error instanceof TokenRefused) this.#refuse(error);
      else this.#fail();
    } finally {
      this.#isOpening = false;
    }
  }

  #listen(socket: LiveSocket): void {
    this.#socket = socket;
    this.#expect(PATIENCE_MS);
    socket.on('ready', (ready) => void this.#begin(socket, ready));
    socket.on('event', (event) => {
      this.#stillThere();
      const followed = this.#channels.get(event.channel);
      if (followed) this.#pass(socket, event.channel, followed, followed.position.receive(event));
    });
    socket.on('presence', (presence) => this.#places.get(presence.resource)?.receive(presence));
    socket.on('heartbeat', (heartbeat) => this.#beat(socket, heartbeat));
    socket.on('connect_error', (error) => this.#fail(error.data));
    socket.on('disconnect', () => this.#fail());
  }

  /** Subscribes each channel from where it was left off. */
  async #begin(socket: LiveSocket, ready: Ready): Promise<void> {
    this.#ready = ready;
    this.#refusals = 0;
    this.#stillThere();
    const asked = [...this.#channels].map(([channel, followed]) => {
      followed.position.enter(ready.epoch);
      return this.#ask(socket, channel, followed);
    });
    this.#sayAll();
    await Promise.all(asked);
    if (socket !== this.#socket) return;
    this.#failures = 0;
    this.#options.onState?.('live');
  }

  /** Resolves once the answer has been dealt with: as it comes, since what follows it may come in the same breath. */
  #ask(socket: LiveSocket, channel: Channel, followed: Followed): Promise<void> {
    const { position, types } = followed;
    const request = { channel, ...position.ask(), ...(types && { types }) };
    return new Promise((resolve) => {
      socket.timeout(PATIENCE_MS).emit('subscribe', request, (late, answer) => {
        if (socket === this.#socket && this.#channels.get(channel) === followed) {
          if (late) this.#fail();
          else if (answer.ok) this.#pass(socket, channel, followed, position.answered(answer));
          else if (answer.error.retryable || answer.error.status === 401) this.#fail(answer.error);
          else followed.onRefused?.(answer.error);
        }
        resolve();
      });
    });
  }

  #sayAll(): void {
    for (const [resource, place] of this.#places) this.#say(resource, place);
  }

  /** Typing is said once; what is renewed by itself is that one is there. */
  #say(resource: string, place: Place): void {
    if (!this.#socket || !this.#ready) return;
    this.#socket.emit('presence', { resource, state: place.state }, (answer) => {
      if (answer.ok && this.#places.get(resource) === place) place.reset(answer.present);
    });
    place.state = 'looking';
  }

  #pass(socket: LiveSocket, channel: Channel, followed: Followed, { events, resync, gap }: Step): void {
    if (resync) followed.onResync?.();
    for (const event of events) followed.onEvent(event);
    // The gateway sends the missing ones first, or says that they are no longer kept.
    if (gap) void this.#ask(socket, channel, followed);
  }

  #beat(socket: LiveSocket, heartbeat: Heartbeat): void {
    this.#stillThere();
    for (const [channel, seq] of Object.entries(heartbeat) as [Channel, number][]) {
      const followed = this.#channels.get(channel);
      if (followed) this.#pass(socket, channel, followed, followed.position.beat(seq));
    }
  }

  #stillThere(): void {
    this.#expect((this.#ready?.heartbeatSeconds ?? 0) * 1_000 * MISSED_BEATS);
  }

  /** A connection on which nothing comes in time is dead, whatever the system says of it. */
  #expect(ms: number): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#fail(), ms);
  }

  #fail(problem?: Problem): void {
    if (this.#isClosed) return;
    this.#drop();
    this.#failures += 1;
    this.#refusals = problem && REFUSED.has(problem.code) ? this.#refusals + 1 : 0;
    if (problem && this.#refusals >= REFUSALS) return this.#refuse(problem);
    const isOffline = this.#failures >= OFFLINE_AFTER || (globalThis as { navigator?: { onLine?: boolean } }).navigator?.onLine === false;
    this.#options.onState?.(isOffline ? 'offline' : 'reconnecting');
    const wait = Math.max(backOff(this.#failures, Math.random()), (problem?.retryAfter ?? 0) * 1_000);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.connect(), wait);
  }

  #refuse(cause: TokenRefused | Problem): void {
    if (!this.#isClosed) this.#options.onState?.('refused', cause);
    this.close();
  }

  #drop(): void {
    clearTimeout(this.#watch);
    this.#socket?.removeAllListeners().disconnect();
    this.#socket = undefined;
    this.#ready = undefined;
  }
}
