import { io, type Socket } from 'socket.io-client';
import type { Problem } from '@kontor/contracts/errors';
import type { EventEnvelope } from '@kontor/contracts/events';
import { REALTIME_NAMESPACE, REALTIME_PATH, type ClientToServer, type Ready, type ServerToClient, type SubscribeAnswer, type SubscribeRequest } from '@kontor/contracts/realtime';
import { WEB_ORIGIN, type TestApp } from './app.ts';

/** One realtime client that remembers what it was sent. */
export interface Listener {
  socket: Socket<ServerToClient, ClientToServer>;
  ready: Ready;
  events: EventEnvelope[];
  problems: Problem[];
  subscribe: (request: SubscribeRequest) => Promise<SubscribeAnswer>;
  /** Resolves once `enough` holds of the events so far. */
  until: (enough: (events: EventEnvelope[]) => boolean, ms?: number) => Promise<EventEnvelope[]>;
  close: () => void;
}

/** Connects and waits for `ready`. @throws Error with the members of the problem of a refused handshake */
export function connect(app: Pick<TestApp, 'origin'>, token: string, origin: string | null = WEB_ORIGIN): Promise<Listener> {
  const socket: Socket<ServerToClient, ClientToServer> = io(`${app.origin}${REALTIME_NAMESPACE}`, {
    path: REALTIME_PATH,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { token },
    ...(origin === null ? {} : { extraHeaders: { origin } }),
  });
  const events: EventEnvelope[] = [];
  const problems: Problem[] = [];
  socket.on('event', (event) => events.push(event));
  socket.on('error', (problem) => problems.push(problem));
  return new Promise((resolve, reject) => {
    socket.on('connect_error', (error) => {
      socket.close();
      reject(Object.assign(error, (error as { data?: object }).data));
    });
    socket.on('ready', (ready) =>
      resolve({
        socket,
        ready,
        events,
        problems,
        subscribe: (request) => socket.emitWithAck('subscribe', request),
        until: (enough, ms = 10_000) =>
          waitFor(() => (enough(events) ? events : undefined), ms).catch(() => {
            throw new Error(`Not enough within ${ms} ms: ${events.length} events, the last ${events.at(-1)?.seq}, connected ${socket.connected}.`);
          }),
        close: () => void socket.close(),
      }),
    );
  });
}

/** Asks again until there is an answer. @throws Error after `ms` */
export async function waitFor<T>(ask: () => T | undefined | Promise<T | undefined>, ms = 5_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Nothing after ${ms} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Every frame that a client is sent from now on, as it comes over the wire. */
export function recordFrames({ socket }: Listener): string[] {
  const frames: string[] = [];
  socket.io.engine.on('data', (frame) => frames.push(`4${String(frame)}`));
  return frames;
}
