import type { Problem } from './errors.ts';
import type { Channel, EventEnvelope, EventType } from './events.ts';

/** The protocol of the gateway: socket.io 4, websocket transport only. */
export const REALTIME_PATH = '/api/ws';
export const REALTIME_NAMESPACE = '/realtime';
/** Inbound messages of more bytes than this end the connection. */
export const REALTIME_MESSAGE_LIMIT = 8_192;

export interface Ready {
  connectionId: string;
  tenantId: string;
  epoch: string;
  heartbeatSeconds: number;
}

/** Highest sequence number of each subscribed channel that this socket has been brought to. */
export type Heartbeat = Partial<Record<Channel, number>>;

/** `looking` has the page open, `typing` writes on it; `gone` left it or fell silent. */
export const PRESENCE_STATES = ['looking', 'typing', 'gone'] as const;
export type PresenceState = (typeof PRESENCE_STATES)[number];
/** Seconds after which somebody who does not say so again is gone, and who typed only looks. */
export const PRESENCE_SECONDS = { looking: 45, typing: 6 } as const;

/** Somebody else at a resource. Two tabs of one person are one. */
export interface Presence {
  /** `tickets/<id>` */
  resource: string;
  who: { id: string; name: string };
  state: PresenceState;
}

export interface ServerToClient {
  ready: (ready: Ready) => void;
  event: (event: EventEnvelope) => void;
  heartbeat: (heartbeat: Heartbeat) => void;
  /** To those present at the same resource only, and only where something has changed. */
  presence: (presence: Presence) => void;
  /** Sent right before the server closes the connection. */
  error: (problem: Problem) => void;
}

export interface SubscribeRequest {
  channel: Channel;
  /** The last sequence number already seen; without it only what comes from now on is sent. */
  since?: number;
  /** Only these types are sent; the others still advance the heartbeat. */
  types?: EventType[];
}

export type Refused = { ok: false; error: Problem };
export type SubscribeAnswer =
  | { ok: true; channel: Channel; seq: number; replayed: number }
  /** What came after `since` is no longer kept (or is of another epoch): read the resources anew and go on from `seq`. */
  | { ok: true; channel: Channel; resync: true; seq: number }
  | Refused;
export type UnsubscribeAnswer = { ok: true; channel: Channel } | Refused;

/** Answers with the others who are there already. */
export type PresenceAnswer = { ok: true; resource: string; present: Presence[] } | Refused;

export interface ClientToServer {
  subscribe: (request: SubscribeRequest, answer: (answer: SubscribeAnswer) => void) => void;
  presence: (request: { resource: string; state: PresenceState }, answer: (answer: PresenceAnswer) => void) => void;
  unsubscribe: (request: { channel: Channel }, answer: (answer: UnsubscribeAnswer) => void) => void;
}
