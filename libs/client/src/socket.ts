import type { Problem } from '@kontor/contracts/errors';
import type { Channel } from '@kontor/contracts/events';
import type { PresenceAnswer, PresenceState, ServerToClient, SubscribeAnswer, SubscribeRequest } from '@kontor/contracts/realtime';

/** A socket of socket.io-client, as far as it is used here. */
export interface LiveSocket {
  on(name: 'ready', react: ServerToClient['ready']): unknown;
  on(name: 'event', react: ServerToClient['event']): unknown;
  on(name: 'presence', react: ServerToClient['presence']): unknown;
  on(name: 'heartbeat', react: ServerToClient['heartbeat']): unknown;
  on(name: 'connect_error', react: (error: Error & { data?: Problem }) => void): unknown;
  on(name: 'disconnect', react: () => void): unknown;
  emit(name: 'presence', request: { resource: string; state: PresenceState }, answer: (answer: PresenceAnswer) => void): unknown;
  emit(name: 'unsubscribe', request: { channel: Channel }, answer: () => void): unknown;
  timeout(ms: number): { emit(name: 'subscribe', request: SubscribeRequest, answer: (late: Error | null, answer: SubscribeAnswer) => void): unknown };
  removeAllListeners(): { disconnect(): unknown };
  disconnect(): unknown;
}

export interface SocketOptions {
  path: string;
  transports: ['websocket'];
  auth: { token: string };
  reconnection: false;
  forceNew: true;
  extraHeaders?: { origin: string };
}

export type OpenSocket = (url: string, options: SocketOptions) => LiveSocket | Promise<LiveSocket>;
