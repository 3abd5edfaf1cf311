import type { Channel, EventEnvelope } from '@kontor/contracts/events';
import type { ClientToServer, Heartbeat, Ready, ServerToClient } from '@kontor/contracts/realtime';
import { REALTIME_NAMESPACE, REALTIME_PATH } from '@kontor/contracts/realtime';
import type { Socket } from 'socket.io-client';

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

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
/** After so many failures in a row the marker says offline. */
const OFFLINE_AFTER = 3;

/** Follows channels, and resumes each where it left off after every interruption. Returns the function that stops it. */
export function followChannels(options: RealtimeOptions): () => void {
  const seen: Heartbeat = {};
  let epoch: string | undefined;
  let socket: Socket<ServerToClient, ClientToServer> | undefined;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function retry(): void {
    if (stopped) return;
    socket?.removeAllListeners().disconnect();
    socket = undefined;
    failures += 1;
    options.onState(failures >= OFFLINE_AFTER || !navigator.onLine ? 'offline' : 'reconnecting');
    // Full jitter: after a restart of the gateway its clients come back spread out.
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), Math.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures));
  }

  function receive(event: EventEnvelope): void {
    if (event.seq <= (seen[event.channel] ?? 0)) return;
    seen[event.channel] = event.seq;
    options.onEvent(event);
  }

  function subscribe(channel: Channel): Promise<boolean> {
    const since = seen[channel];
    return new Promise((resolve) => {
      socket?.emit('subscribe', since === undefined ? { channel } : { channel, since }, (answer) => {
        if (!answer.ok) return resolve(false);
        seen[channel] = 'resync' in answer ? answer.seq : Math.max(answer.seq, seen[channel] ?? 0);
        resolve('resync' in answer || since === undefined);
      });
    });
  }

  async function begin(ready: Ready): Promise<void> {
    const restored = epoch !== undefined && epoch !== ready.epoch;
    epoch = ready.epoch;
    if (restored) for (const channel of options.channels) delete seen[channel];
    const missed = await Promise.all(options.channels.map(subscribe));
    failures = 0;
    options.onState('live');
    // At the first connection too: something may have happened since the page was rendered.
    if (missed.some(Boolean)) options.onResync();
  }

  async function connect(): Promise<void> {
    if (failures === 0) options.onState('connecting');
    try {
      const [{ io }, token] = await Promise.all([import('socket.io-client'), options.fetchToken()]);
      if (stopped) return;
      socket = io(`${options.gateway}${REALTIME_NAMESPACE}`, {
        path: REALTIME_PATH,
        transports: ['websocket'],
        auth: { token },
        reconnection: false,
        forceNew: true,
      });
      socket.on('ready', (ready) => void begin(ready));
      socket.on('event', receive);
      // A session that is over shows at the next token, which is refused with the reason.
      socket.on('connect_error', retry);
      socket.on('disconnect', retry);
    } catch (error) {
      if (error instanceof TokenRefused) options.onState(error.state);
      else retry();
    }
  }

  function wake(): void {
    if (socket?.connected || stopped) return;
    clearTimeout(timer);
    void connect();
  }

  window.addEventListener('online', wake);
  void connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener('online', wake);
    socket?.removeAllListeners().disconnect();
  };
}
