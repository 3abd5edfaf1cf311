import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Rooms } from '../../src/platform/realtime/rooms.ts';
import type { Heartbeat } from '@kontor/contracts/realtime';
import { startApp, type TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
import { append, numbers, seqs } from '../support/events.ts';
import { newTenant, PASSWORD, signIn, type Person, type Tenant } from '../support/people.ts';
import { connect, waitFor, type Listener } from '../support/sockets.ts';

const channel = 'tickets:updates';
/** The contract: within 5 s; the rest is for a busy machine. */
const SOON = 6_000;
/** What this process did itself it knows at once, without waiting for the recheck. */
const AT_ONCE = 1_500;
let app: TestApp;
let tenant: Tenant;
let owner: Person;
let beating: Person;
const heartbeats: Heartbeat[] = [];
beforeAll(async () => {
  app = await startApp();
  tenant = await newTenant(app);
  owner = await tenant.join({ role: 'owner' });
  beating = await (await newTenant(app)).join();
  await startHeartbeat(beating);
});
afterAll(() => app.close());

const sql = (text: string, values: unknown[]) => asSuperuser(app.database.superuserUrl, (client) => client.query(text, values));

async function listening(person: Person): Promise<Listener> {
  const reader = await connect(app, person.token);
  await reader.subscribe({ channel });
  return reader;
}

async function cut(reader: Listener, within = SOON): Promise<string | undefined> {
  await waitFor(() => reader.socket.disconnected || undefined, within);
  return reader.problems[0]?.code;
}

/** One beats every 15 s: it is listened for while the other stories go on. */
async function startHeartbeat(person: Person): Promise<void> {
  const reader = await connect(app, person.token);
  await append(app, person, numbers(1, 3).map(() => ({ channel, type: 'ticket_updated' as const, data: {} })));
  await reader.subscribe({ channel, types: ['ticket_noted'] });
  await reader.subscribe({ channel: 'contacts:updates' });
  reader.socket.on('heartbeat', (heartbeat) => heartbeats.push(heartbeat));
}

/** Each ends the sessions of `person`, or changes their rights. */
const ENDINGS: Record<string, (person: Person) => Promise<unknown>> = {
  'signing out': (person) => person.post('/auth/sign-out').expect(204),
  'revoking the session from another one': async (person) => {
    const other = await signIn(app, person.email);
    const { body } = (await other.get('/auth/sessions').expect(200)) as { body: unknown };
    const { items } = body as { items: { id: string; current: boolean }[] };
    await Promise.all(items.filter(({ current }) => !current).map(({ id }) => other.delete(`/auth/sessions/${id}`).expect(204)));
  },
  'changing the password': async (person) => {
    const other = await signIn(app, person.email);
    await other.post('/auth/password', { currentPassword: PASSWORD, newPassword: 'another long password' }).expect(201);
  },
  'switching the workspace': async (person) => {
    const second = await newTenant(app);
    await sql(`INSERT INTO memberships (tenant_id, user_id, role) VALUES ($1, $2, 'agent')`, [second.id, person.id]);
    await person.post('/auth/switch', { tenantId: second.id }).expect(201);
  },
  'a change of role': (person) => owner.patch(`/members/${person.id}`, { role: 'viewer' }).expect(200),
  'a change of visibility': (person) => owner.patch(`/members/${person.id}`, { ticketVisibility: 'own' }).expect(200),
  'deactivating the member': (person) => owner.post(`/members/${person.id}/deactivate`).expect(200),
  'leaving the workspace': (person) => person.post('/members/leave').expect(204),
};

/** As another process, or an administrator, would. */
const UNTOLD: typeof ENDINGS = {
  'a revocation': (person) => sql('UPDATE sessions SET revoked_at = now() WHERE user_id = $1', [person.id]),
  'other rights': (person) => sql('UPDATE sessions SET auth_version = auth_version + 1 WHERE user_id = $1', [person.id]),
};

it.each(Object.entries(ENDINGS))('is cut at once by %s', async (_, end) => {
  const person = await tenant.join();
  const reader = await listening(person);
  await end(person);
  expect(await cut(reader, AT_ONCE)).toBe('SESSION_REVOKED');
});

it.each(Object.entries(UNTOLD))('is cut soon by %s that this process was not told of', async (_, end) => {
  const person = await tenant.join();
  const reader = await listening(person);
  await end(person);
  expect(await cut(reader)).toBe('SESSION_REVOKED');
});

it('is cut when its session expires', async () => {
  const person = await tenant.join();
  await sql(`UPDATE sessions SET expires_at = now() + interval '1 second' WHERE user_id = $1`, [person.id]);
  const { body } = (await person.post('/realtime/tokens').expect(201)) as { body: unknown };
  const reader = await connect(app, (body as { token: string }).token);
  expect(await cut(reader)).toBe('SESSION_EXPIRED');
});

it('stays out after it was cut: no request, no reconnection, no event', async () => {
  const person = await tenant.join();
  const reader = await listening(person);
  await person.post('/auth/sign-out').expect(204);
  await person.get('/tickets').expect(401);
  await cut(reader);
  await append(app, owner, [{ channel, type: 'ticket_updated', data: { secret: true } }]);
  await expect(connect(app, person.token)).rejects.toMatchObject({ code: 'SESSION_REVOKED' });
  expect(reader.events).toEqual([]);
});

it('leaves the other sessions of the person and other members alone', async () => {
  const person = await tenant.join();
  const other = await signIn(app, person.email);
  const [leaving, staying, neighbour] = await Promise.all([person, other, owner].map(listening));
  await person.post('/auth/sign-out').expect(204);
  await cut(leaving!);
  await append(app, owner, [{ channel, type: 'ticket_updated', data: {} }]);
  await Promise.all([staying!, neighbour!].map((reader) => reader.until((events) => events.length === 1)));
  [staying!, neighbour!].forEach(({ close }) => close());
});

it('gets the rights of now when it connects again', async () => {
  const person = await tenant.join();
  const reader = await listening(person);
  await owner.patch(`/members/${person.id}`, { ticketVisibility: 'own' }).expect(200);
  await cut(reader);
  const again = await listening(person);
  await owner.post('/tickets', { subject: 'Not theirs' }).expect(201);
  const [event] = await again.until((events) => events.length > 0);
  expect(event).toMatchObject({ redacted: true, data: null });
  again.close();
});

it('is cut when it reads too slowly, and resumes by number with nothing lost', async () => {
  const person = await (await newTenant(app)).join();
  const [reader, witness] = [await listening(person), await listening(person)];
  const wire = wireOf(reader);
  wire.pause();
  const before = connectedSockets();
  const data = { text: 'x'.repeat(15_000) };
  for (const _ of numbers(1, 12)) await append(app, person, numbers(1, 100).map(() => ({ channel, type: 'ticket_updated' as const, data })));
  await witness.until((events) => events.length === 1_200);
  await waitFor(() => connectedSockets() < before || undefined);
  wire.resume();
  expect(await cut(reader)).toBe('SLOW_CONSUMER');

  const seen = reader.events.at(-1)?.seq ?? 0;
  expect(seqs(reader.events)).toEqual(numbers(1, seen));
  const again = await connect(app, person.token);
  await again.subscribe({ channel, since: seen });
  expect(seqs(again.events)).toEqual(numbers(seen + 1, 1_200));
  [again, witness].forEach(({ close }) => close());
});

/** The TCP connection below a client, which then no longer reads. */
const wireOf = ({ socket }: Listener) =>
  (socket.io.engine.transport as unknown as { ws: { _socket: { pause(): void; resume(): void } } }).ws._socket;

/** Sockets that the server counts as connected. */
const connectedSockets = () => app.nest.get(Rooms).namespace!.sockets.size;

it('heartbeats the number that each channel has been brought to', async () => {
  await append(app, beating, [{ channel, type: 'ticket_updated', data: {} }]);
  await waitFor(() => heartbeats.some((beat) => beat[channel] === 4) || undefined, 16_000);
  expect(heartbeats.at(-1)).toEqual({ 'tickets:updates': 4, 'contacts:updates': 0 });
});

it('is not waited for at the end when it sleeps', async () => {
  const closing = await startApp();
  const reader = await connect(closing, (await (await newTenant(closing)).join()).token);
  wireOf(reader).pause();
  const began = Date.now();
  await closing.close();
  expect(Date.now() - began).toBeLessThan(5_000);
  reader.close();
});
