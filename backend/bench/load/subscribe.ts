import { REALTIME_NAMESPACE, REALTIME_PATH } from '@kontor/contracts/realtime';
import { EventSocket } from './event-socket.ts';

export interface SocketTarget {
  server: 'kontor' | 'bare';
  port: number;
  origin: string;
  token: string;
}

export interface Reader {
  /** Gets each event as it came over the wire. */
  onEvent: (frame: Buffer) => void;
  onLost: (reason: string) => void;
}

const SUBSCRIBE = `42${REALTIME_NAMESPACE},0${JSON.stringify(['subscribe', { channel: 'tickets:updates' }])}`;

/** A socket that is sent the events of the token's tenant. */
export function subscribe(target: SocketTarget, reader: Reader): Promise<EventSocket> {
  return target.server === 'kontor' ? subscribeToKontor(target, reader) : subscribeToBare(target, reader);
}

/** The socket.io protocol as its client speaks it: open, connect to the namespace, `ready`, subscribe, answers to pings. */
function subscribeToKontor({ port, origin, token }: SocketTarget, { onEvent, onLost }: Reader): Promise<EventSocket> {
  const socket = new EventSocket({ port, path: `${REALTIME_PATH}/?EIO=4&transport=websocket`, headers: { origin } });
  const event = Buffer.from(`42${REALTIME_NAMESPACE},["event",`);
  return new Promise((resolve, reject) => {
    socket.onClose = (reason) => (reject(new Error(reason)), onLost(reason));
    socket.onText = (frame) => {
      if (frame.length >= event.length && frame.compare(event, 0, event.length, 0, event.length) === 0) return onEvent(frame);
      const text = frame.toString();
      if (text === '2') return socket.send('3');
      if (text.startsWith('0')) return socket.send(`40${REALTIME_NAMESPACE},${JSON.stringify({ token })}`);
      if (text.startsWith(`42${REALTIME_NAMESPACE},["ready"`)) return socket.send(SUBSCRIBE);
      if (text.startsWith(`43${REALTIME_NAMESPACE},0[{"ok":true`)) return resolve(socket);
      if (text.startsWith('44') || text.includes('"ok":false') || text.includes('["error"')) socket.onClose(text);
    };
  });
}

function subscribeToBare({ port, token }: SocketTarget, { onEvent, onLost }: Reader): Promise<EventSocket> {
  const socket = new EventSocket({ port, path: '/', headers: { authorization: `Bearer ${token}` } });
  return new Promise((resolve, reject) => {
    socket.onClose = (reason) => (reject(new Error(reason)), onLost(reason));
    socket.onText = () => {
      socket.onText = onEvent;
      resolve(socket);
    };
  });
}
