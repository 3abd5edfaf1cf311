import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import { REALTIME_PATH } from '@kontor/contracts/realtime';
import { issueToken } from '../../src/platform/access/tokens.ts';
import { startApp, WEB_ORIGIN, type TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
import { newTenant, signIn, type Person } from '../support/people.ts';
import { connect, waitFor } from '../support/sockets.ts';

let app: TestApp;
let agent: Person;
beforeAll(async () => {
  app = await startApp();
  agent = await (await newTenant(app)).join();
});
afterAll(() => app.close());

const sql = (text: string, values: unknown[]) => asSuperuser(app.database.superuserUrl, (client) => client.query(text, values));
const browserToken = async (person: Person) => ((await person.post('/realtime/tokens').expect(201)).body as { token: string }).token;

it('says ready: who you are, where you are, which epoch', async () => {
  const reader = await connect(app, agent.token);
  const { rows } = await sql('SELECT epoch FROM instance', []);
  expect(reader.ready).toEqual({
    connectionId: reader.socket.id,
    tenantId: agent.tenantId,
    epoch: (rows[0] as { epoch: string }).epoch,
    heartbeatSeconds: 15,
  });
  reader.close();
});

it.each([
  ['without an origin', null],
  ['from a foreign origin', 'https://evil.test'],
  ['from an origin that only begins like ours', `${WEB_ORIGIN}.evil.test`],
  ['from the origin null', 'null'],
])('refuses a session %s', async (_, origin) => {
  await expect(connect(app, agent.token, origin)).rejects.toMatchObject({ code: 'ORIGIN_REJECTED', status: 403 });
});

it.each([
  ['no token', undefined],
  ['an empty one', ''],
  ['an object', { token: 'kst_' }],
  ['one of the wrong shape', 'kst_short'],
  ['an unknown session', issueToken('session').token],
  ['an unknown browser token', issueToken('realtime').token],
  ['an invitation', issueToken('invitation').token],
])('refuses %s with a problem', async (_, token) => {
  await expect(connect(app, token as string)).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
});

it('refuses a session that was ended or has expired, by its code', async () => {
  const [ended, expired] = [await signIn(app, agent.email), await signIn(app, agent.email)];
  await ended.post('/auth/sign-out').expect(204);
  await sql(`UPDATE sessions SET expires_at = now() - interval '1 second' WHERE token_hash = sha256($1)`, [Buffer.from(expired.token)]);
  await expect(connect(app, ended.token)).rejects.toMatchObject({ code: 'SESSION_REVOKED' });
  // The session may be cached for some seconds; the first thing it asks is proven anyhow.
  const refused = await connect(app, expired.token).then(
    async (reader) => (await reader.subscribe({ channel: 'tickets:updates', since: 0 })) as unknown as { error: object },
    (error: object) => ({ error }),
  );
  expect(refused.error).toMatchObject({ code: expect.stringMatching(/^SESSION_(EXPIRED|REVOKED)$/) });
});

describe('a browser token', () => {
  it('opens one socket and no second', async () => {
    const token = await browserToken(agent);
    const reader = await connect(app, token);
    expect(reader.ready.tenantId).toBe(agent.tenantId);
    await expect(connect(app, token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    reader.close();
  });

  it('opens one socket of two that try at once', async () => {
    const token = await browserToken(agent);
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => connect(app, token)));
    const opened = tries.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    expect(opened).toHaveLength(1);
    opened[0]!.close();
  });

  it('opens none after its time, nor after the session ended, and nothing else', async () => {
    const [late, orphaned] = [await browserToken(agent), await browserToken(await signIn(app, agent.email))];
    await agent.get('/tickets').set('authorization', `Bearer ${late}`).expect(401);
    await sql(`UPDATE realtime_tokens SET expires_at = now() - interval '1 second' WHERE token_hash = sha256($1)`, [Buffer.from(late)]);
    await sql(`UPDATE sessions SET revoked_at = now() WHERE id = (SELECT session_id FROM realtime_tokens WHERE token_hash = sha256($1))`, [
      Buffer.from(orphaned),
    ]);
    await expect(connect(app, late)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(connect(app, orphaned)).rejects.toMatchObject({ code: 'SESSION_REVOKED' });
  });
});

it('speaks websocket only', async () => {
  const polling = await fetch(`${app.origin}${REALTIME_PATH}/?EIO=4&transport=polling`);
  expect(polling.status).toBe(400);
  expect((await fetch(`${app.origin}${REALTIME_PATH}/socket.io.js`)).status).toBeGreaterThanOrEqual(400);
});

it('keeps nobody outside its namespace connected', async () => {
  const socket = io(app.origin, { path: REALTIME_PATH, transports: ['websocket'], reconnection: false, forceNew: true });
  const refusal = await new Promise<string>((resolve) => {
    socket.on('connect', () => resolve('connected'));
    socket.on('connect_error', (error) => resolve(error.message));
  });
  expect(refusal).not.toBe('connected');
  socket.close();
});

it('limits connections by address', async () => {
  await using narrow = await startApp({ KONTOR_LIMIT_ADDRESS: '8' });
  const tries = await Promise.allSettled(Array.from({ length: 12 }, () => connect(narrow, 'none')));
  const codes = tries.map((attempt) => (attempt.status === 'rejected' ? (attempt.reason as { code: string }).code : 'open'));
  expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(4);
});

describe('subscribe', () => {
  it.each([
    ['the channel of another tenant', { channel: 'tickets:updates:0190f3a0-0000-7000-8000-000000000000' }, 'FORBIDDEN'],
    ['an unknown channel', { channel: 'secrets:updates' }, 'VALIDATION_FAILED'],
    ['a channel that is no text', { channel: ['tickets:updates'] }, 'VALIDATION_FAILED'],
    ['a name of every object', { channel: 'constructor' }, 'VALIDATION_FAILED'],
    ['an unknown field', { channel: 'tickets:updates', tenantId: 'x' }, 'VALIDATION_FAILED'],
    ['a negative number', { channel: 'tickets:updates', since: -1 }, 'VALIDATION_FAILED'],
    ['a number as text', { channel: 'tickets:updates', since: '3' }, 'VALIDATION_FAILED'],
    ['a broken number', { channel: 'tickets:updates', since: 1.5 }, 'VALIDATION_FAILED'],
    ['a type of another channel', { channel: 'tickets:updates', types: ['member_joined'] }, 'VALIDATION_FAILED'],
    ['nothing', null, 'VALIDATION_FAILED'],
    ['a list', [1], 'VALIDATION_FAILED'],
  ])('refuses %s and stays connected', async (_, asked, code) => {
    const reader = await connect(app, agent.token);
    expect(await reader.subscribe(asked as never)).toMatchObject({ ok: false, error: { code } });
    expect(await reader.subscribe({ channel: 'tickets:updates' })).toMatchObject({ ok: true });
    reader.close();
  });

  it('survives messages without an acknowledgement and of unknown names', async () => {
    const reader = await connect(app, agent.token);
    const raw = reader.socket as unknown as { emit: (name: string, ...values: unknown[]) => void };
    raw.emit('subscribe', { channel: 'tickets:updates' });
    raw.emit('subscribe');
    raw.emit('unsubscribe', null);
    raw.emit('publish', { channel: 'tickets:updates' });
    expect(await reader.socket.emitWithAck('unsubscribe', { channel: 'tickets:updates' })).toEqual({ ok: true, channel: 'tickets:updates' });
    reader.close();
  });
});

it('ends the connection on a message of more than 8 KB', async () => {
  const reader = await connect(app, agent.token);
  const answer = reader.subscribe({ channel: 'x'.repeat(9_000) } as never);
  await expect(answer).rejects.toThrow('disconnected');
  await waitFor(() => reader.socket.disconnected || undefined);
});

it.each(['subscribe', 'nonsense'])('cuts whoever floods it with %s', async (name) => {
  const reader = await connect(app, agent.token);
  const raw = reader.socket as unknown as { emit: (name: string, ...values: unknown[]) => void };
  for (let n = 0; n < 60; n++) raw.emit(name, { channel: 'tickets:updates' }, () => undefined);
  await waitFor(() => reader.socket.disconnected || undefined);
  expect(reader.problems).toMatchObject([{ code: 'RATE_LIMITED' }]);
});
