import { afterEach, expect, it } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { io } from 'socket.io-client';
import { RealtimeClient, TokenRefused, type RealtimeState } from '@kontor/client/realtime';
import type { Problem } from '@kontor/contracts/errors';
import type { EventEnvelope } from '@kontor/contracts/events';
import { REALTIME_PATH, type Presence, type SubscribeRequest } from '@kontor/contracts/realtime';
import { numbers, seqs } from '../support/events.ts';
import { waitFor } from '../support/sockets.ts';

const channel = 'tickets:updates';
const envelope = (seq: number) => ({ seq, channel, type: 'ticket_updated' });

/** What a gateway does that is not well. */
interface Gateway {
  origin: string;
  asked: SubscribeRequest[];
  tokens: string[];
  /** The states of presence that came. */
  said: string[];
  breakOff: () => void;
  close: () => Promise<void>;
}

const tom: Presence = { resource: 'tickets/1', who: { id: 't', name: 'Tom' }, state: 'looking' };

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A gateway at event 10 that replays what it is asked for, and then does `afterwards`. */
async function faultyGateway(afterwards: (socket: Socket, time: number) => void, { heartbeatSeconds = 60, refuse = (_time: number): Partial<Problem> | undefined => undefined } = {}): Promise<Gateway> {
  const http = createServer();
  const server = new Server(http, { path: REALTIME_PATH, transports: ['websocket'] });
  const breakOff = () => void server.of('/realtime').disconnectSockets(true);
  const gateway: Gateway = { origin: '', asked: [], tokens: [], said: [], breakOff, close: () => server.close() };
  server.of('/realtime').use((socket, next) => {
    gateway.tokens.push((socket.handshake.auth as { token: string }).token);
    const problem = refuse(gateway.tokens.length);
    next(problem && Object.assign(new Error(problem.code), { data: problem }));
  });
  server.of('/realtime').on('connection', (socket) => {
    socket.on('subscribe', (request: SubscribeRequest, answer: (given: object) => void) => {
      gateway.asked.push(request);
      for (const seq of request.since === undefined ? [] : numbers(request.since + 1, 10)) socket.emit('event', envelope(seq));
      answer({ ok: true, channel, seq: 10, replayed: 0 });
      afterwards(socket, gateway.asked.length);
    });
    socket.on('presence', ({ state }: { state: string }, answer: (given: object) => void) => {
      gateway.said.push(state);
      answer({ ok: true, resource: tom.resource, present: [tom] });
      if (state === 'typing') socket.emit('presence', { ...tom, state: 'gone' });
    });
    socket.emit('ready', { connectionId: socket.id, tenantId: 't', epoch: 'k', heartbeatSeconds });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  gateway.origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  open.push(gateway);
  return gateway;
}

function follow({ origin }: Gateway, token: () => string = () => 'token') {
  const heard: EventEnvelope[] = [];
  const states: [RealtimeState, unknown?][] = [];
  const onState = (state: RealtimeState, cause?: unknown) => void states.push(cause === undefined ? [state] : [state, cause]);
  const client = new RealtimeClient({ baseUrl: origin, io, token, onState });
  client.subscribe(channel, { since: 8, epoch: 'k', onEvent: (event) => heard.push(event) });
  open.push(client);
  client.connect();
  return { client, heard, states };
}

it('asks for what is missing between two events', async () => {
  const gateway = await faultyGateway((socket, time) => {
    if (time === 1) socket.emit('event', envelope(12));
    else for (const seq of [11, 12, 13]) socket.emit('event', envelope(seq));
  });
  const { heard } = follow(gateway);
  await waitFor(() => heard.length >= 5 || undefined);
  expect(gateway.asked).toEqual([{ channel, since: 8 }, { channel, since: 10 }]);
  expect(seqs(heard)).toEqual([9, 10, 11, 12, 13]);
});

it('asks for what is missing by the heartbeat', async () => {
  const gateway = await faultyGateway((socket, time) => {
    if (time === 1) socket.emit('heartbeat', { [channel]: 11 });
  });
  follow(gateway);
  await waitFor(() => gateway.asked.length === 2 || undefined);
  expect(gateway.asked[1]).toEqual({ channel, since: 10 });
});

it('gives up a connection without a heartbeat, and comes with a fresh token each time', async () => {
  const gateway = await faultyGateway(() => undefined, { heartbeatSeconds: 0.05 });
  let count = 0;
  const { heard, states } = follow(gateway, () => `token ${(count += 1)}`);
  await waitFor(() => gateway.asked.length === 3 || undefined, 10_000);
  expect(gateway.tokens.slice(0, 3)).toEqual(['token 1', 'token 2', 'token 3']);
  expect(gateway.asked.slice(1, 3)).toEqual([{ channel, since: 10 }, { channel, since: 10 }]);
  expect(seqs(heard)).toEqual([9, 10]);
  expect(states.map(([state]) => state)).toEqual(expect.arrayContaining(['connecting', 'live', 'reconnecting']));
});

it('waits as long as it is told, tries a refused token once more, and then stays out', async () => {
  const revoked = { code: 'SESSION_REVOKED', status: 401 } as const;
  const gateway = await faultyGateway(() => undefined, { refuse: (time) => (time === 1 ? { code: 'RATE_LIMITED', status: 429, retryAfter: 1 } : revoked) });
  const begun = Date.now();
  const { states } = follow(gateway);
  await waitFor(() => states.at(-1)?.[0] === 'refused' || undefined, 15_000);
  expect(Date.now() - begun).toBeGreaterThanOrEqual(1_000);
  expect(states.at(-1)).toEqual(['refused', revoked]);
  expect(gateway.tokens).toHaveLength(3);
});

it('is at a resource again after an interruption, no longer typing, and hears who else is', async () => {
  const gateway = await faultyGateway(() => undefined);
  const { client } = follow(gateway);
  const others: string[][] = [];
  const place = client.attend(tom.resource, (present) => others.push(present.map(({ who }) => who.name)));
  const until = (count: number) => waitFor(() => gateway.said.length === count || undefined, 10_000);
  await until(1);
  place.say('typing');
  await waitFor(() => others.length === 3 || undefined);
  gateway.breakOff();
  await until(3);
  place.leave();
  await until(4);
  expect(gateway.said).toEqual(['looking', 'typing', 'looking', 'gone']);
  expect(others.slice(0, 3)).toEqual([['Tom'], ['Tom'], []]);
});

it('stops where there is no token to be had any more', async () => {
  const gateway = await faultyGateway(() => undefined);
  const refusal = new TokenRefused('signed out');
  const { client, states } = follow(gateway, () => {
    throw refusal;
  });
  await waitFor(() => states.length === 2 || undefined);
  client.connect();
  expect(states).toEqual([['connecting'], ['refused', refusal]]);
  expect(gateway.tokens).toEqual([]);
});
