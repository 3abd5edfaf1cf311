import type { Channel, EventEnvelope } from '@kontor/contracts/events';
import type { ClientToServer, Ready, ServerToClient } from '@kontor/contracts/realtime';
import { REALTIME_NAMESPACE, REALTIME_PATH } from '@kontor/contracts/realtime';
import type { Socket } from 'socket.io-client';
import { Positions } from './positions.ts';

/** `ended`: the session is over. `switched`: it is now of another workspace than the page. */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'ended' | 'switched';

/** Why no token is to be had; any other failure is worth another try. */
export class TokenRefused extends Error {
  readonly state: 'ended' | 'switched';

  constructor(state: 'ended' | 'switched') {
    super(state);
    this.state = state;
  }
}

export interface RealtimeOptions {
  gateway: string;
  channels: readonly Channel[];
  /** A single-use token, asked for at each attempt. May throw TokenRefused. */
  fetchToken: () => Promise<string>;
  onEvent: (event: EventEnvelope) => void;
  /** Something may have been missed: read everything anew. */
  onResync: () => void;
  onState: (state: LiveState) => void;
}

type LiveSocket = Socket<ServerToClient, ClientToServer>;

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
/** After so many failures in a row the marker says offline. */
const OFFLINE_AFTER = 3;

/** Opens a socket with a token of its own. It never reconnects by itself: the next one needs another token. */
async function open({ gateway, fetchToken }: RealtimeOptions): Promise<LiveSocket> {
  const [{ io }, token] = await Promise.all([import('socket.io-client'), fetchToken()]);
  return io(`${gateway}${REALTIME_NAMESPACE}`, {
    path: REALTIME_PATH,
    transports: ['websocket'],
    auth: { token },
    reconnection: false,
    forceNew: true,
  });
}

/** Subscribes each channel from where it was left off. */
async function begin(socket: LiveSocket, ready: Ready, positions: Positions, options: RealtimeOptions): Promise<void> {
  positions.enter(ready.epoch);
  const subscribe = (channel: Channel): Promise<boolean> =>
    new Promise((resolve) => {
      const request = positions.request(channel);
      socket.emit('subscribe', request, (answer) => resolve(answer.ok && positions.subscribed(request, answer)));
    });
  const missed = await Promise.all(options.channels.map(subscribe));
  options.onState('live');
  // At the first connection too: something may have happened since the page was rendered.
  if (missed.some(Boolean)) options.onResync();
}

class Connection {
  private readonly options: RealtimeOptions;
  private readonly positions = new Positions();
  private socket: LiveSocket | undefined;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStopped = false;

  constructor(options: RealtimeOptions) {
    this.options = options;
  }

  readonly connect = async (): Promise<void> => {
    if (this.failures === 0) this.options.onState('connecting');
    try {
      const socket = await open(this.options);
      if (this.isStopped) return void socket.disconnect();
      this.socket = socket;
      this.listen(socket);
    } catch (error) {
      if (error instanceof TokenRefused) this.options.onState(error.state);
      else this.retry();
    }
  };

  /** The network is back: no reason to sit out the delay. */
  readonly wake = (): void => {
    if (this.socket?.connected || this.isStopped) return;
    clearTimeout(this.timer);
    void this.connect();
  };

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.socket?.removeAllListeners().disconnect();
  }

  private listen(socket: LiveSocket): void {
    socket.on('ready', (ready) => {
      void begin(socket, ready, this.positions, this.options).then(() => (this.failures = 0));
    });
    socket.on('event', (event) => {
      if (this.positions.advance(event)) this.options.onEvent(event);
    });
    // A session that is over shows at the next token, which is refused with the reason.
    socket.on('connect_error', this.retry);
    socket.on('disconnect', this.retry);
  }

  private readonly retry = (): void => {
    if (this.isStopped) return;
    this.socket?.removeAllListeners().disconnect();
    this.socket = undefined;
    this.failures += 1;
    this.options.onState(this.failures >= OFFLINE_AFTER || !navigator.onLine ? 'offline' : 'reconnecting');
    // Full jitter: after a restart of the gateway its clients come back spread out.
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), Math.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** this.failures));
  };
}

/** Follows channels, and resumes each where it left off after every interruption. Returns the function that stops it. */
export function followChannels(options: RealtimeOptions): () => void {
  const connection = new Connection(options);
  window.addEventListener('online', connection.wake);
  void connection.connect();
  return () => {
    window.removeEventListener('online', connection.wake);
    connection.stop();
  };
}
