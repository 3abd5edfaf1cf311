import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Problem } from '@kontor/contracts/errors';
import type { OwnSessionBody, SessionBody, SignedInBody } from '../../src/users/users.shapes.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, PASSWORD, personWith, signIn } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const attempt = (email: string, password: string) => request(app.origin).post('/api/v1/auth/sign-in').send({ email, password });
const code = async (answer: PromiseLike<{ body: unknown }>) => ((await answer).body as Problem).code;

describe('signing in', () => {
  it('answers token, expiry, person, workspace and memberships, and no more', async () => {
    const { email, tenantId } = await (await newTenant(app, 'Dapur')).join({ role: 'admin', name: 'Sari' });
    const answer = await attempt(` ${email.toUpperCase()} `, PASSWORD).expect(201);
    const { token, expiresAt, ...rest } = bodyOf<SignedInBody>(answer);
    expect(token).toMatch(/^kst_[\w-]{43}$/);
    expect((Date.parse(expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(30, 2);
    expect(rest).toEqual({
      user: { id: expect.any(String), email, name: 'Sari', locale: 'en', timeZone: 'UTC', theme: 'system', version: 1 },
      tenant: { id: tenantId, name: 'Dapur', slug: expect.any(String), timeZone: 'Europe/Berlin', locale: 'en' },
      memberships: [{ tenant: { id: tenantId, name: 'Dapur', slug: rest.tenant.slug }, role: 'admin' }],
    });
    const session = bodyOf<SessionBody>(await request(app.origin).get('/api/v1/auth/session').set('authorization', `bearer ${token}`).expect(200));
    expect(session).toMatchObject({ user: rest.user, tenant: rest.tenant, memberships: rest.memberships, role: 'admin', ticketVisibility: 'all', expiresAt: expect.stringMatching(/Z$/) });
  });

  it('tells an unknown account and a wrong password alike', async () => {
    const { email } = await (await newTenant(app)).join();
    const [wrong, unknown] = [await attempt(email, 'not the password').expect(401), await attempt('nobody@kontor.test', PASSWORD).expect(401)];
    const told = ({ body, headers }: typeof wrong) => ({ ...(body as Problem), traceId: '', names: Object.keys(headers).sort() });
    expect(told(wrong)).toEqual(told(unknown));
    expect(wrong.headers['www-authenticate']).toBe('Bearer');
  });

  it('keeps the token as a hash only', async () => {
    const { token } = await (await newTenant(app)).join();
    expect(await behind(app, 'SELECT 1 FROM sessions WHERE token_hash = sha256($1::bytea)', [token])).toBe(1);
    expect(await behind(app, `SELECT 1 FROM sessions s WHERE position($1 in s::text) > 0`, [token.slice(4)])).toBe(0);
  });

  it('is refused to who is a member of nothing any more', async () => {
    const { email } = await (await newTenant(app)).join();
    await behind(app, `UPDATE memberships SET status = 'deactivated' WHERE user_id = (SELECT id FROM users WHERE email = $1)`, [email]);
    expect(await code(attempt(email, PASSWORD).expect(403))).toBe('FORBIDDEN');
  });
});

describe('sessions', () => {
  it('are listed to their person and end one by one', async () => {
    const tenant = await newTenant(app, 'Harbor');
    const one = await tenant.join();
    const two = await signIn(app, one.email);
    const other = await tenant.join({ role: 'owner' });
    const { items } = bodyOf<{ items: OwnSessionBody[] }>(await one.get('/auth/sessions').expect(200));
    expect(items.map(({ current, address, tenant: { name } }) => [current, address, name]).sort()).toEqual([[false, '127.0.0.1', 'Harbor'], [true, '127.0.0.1', 'Harbor']]);
    const second = items.find(({ current }) => !current)!;
    await other.delete(`/auth/sessions/${second.id}`).expect(404);
    await one.delete(`/auth/sessions/${second.id}`).expect(204);
    expect(await code(two.get('/auth/session').expect(401))).toBe('SESSION_REVOKED');
    await one.delete(`/auth/sessions/${second.id}`).expect(404);
    await one.get('/auth/session').expect(200);
  });

  it('end by signing out, at once, for reading and writing', async () => {
    const person = await (await newTenant(app)).join();
    await person.get('/tickets').expect(200);
    await person.post('/auth/sign-out').expect(204);
    for (const ask of [() => person.get('/tickets'), () => person.post('/tickets', { subject: 'x' }), () => person.get('/auth/session')]) {
      expect(await code(ask().expect(401))).toBe('SESSION_REVOKED');
    }
  });

  it.each([
    ['revoked behind the back', `UPDATE sessions SET revoked_at = now() WHERE user_id = $1`, 'SESSION_REVOKED'],
    ['30 days old', `UPDATE sessions SET expires_at = now() WHERE user_id = $1`, 'SESSION_EXPIRED'],
  ])('hold no longer when %s, though looked up a moment ago', async (_, text, expected) => {
    const person = await (await newTenant(app)).join();
    await person.get('/tickets').expect(200);
    await behind(app, text, [person.id]);
    for (const answer of [await person.get('/tickets'), await person.post('/tickets', { subject: 'x' }), await person.get('/auth/session')]) {
      expect([answer.status, bodyOf<Problem>(answer).code]).toEqual([401, expected]);
    }
  });

  it('expire when unused for 7 days, and stay when used', async () => {
    const tenant = await newTenant(app);
    const [idle, used] = [await tenant.join(), await tenant.join()];
    // A session not asked for yet in this process, as after a night.
    await behind(app, `UPDATE sessions SET last_seen_at = now() - interval '7 days' WHERE user_id = $1`, [idle.id]);
    await behind(app, `UPDATE sessions SET last_seen_at = now() - interval '6 days 23 hours' WHERE user_id = $1`, [used.id]);
    expect(await code(idle.get('/auth/session').expect(401))).toBe('SESSION_EXPIRED');
    await used.get('/auth/session').expect(200);
    const { items } = bodyOf<{ items: OwnSessionBody[] }>(await used.get('/auth/sessions').expect(200));
    expect(Date.now() - Date.parse(items[0]!.lastSeenAt)).toBeLessThan(60_000);
  });
});

describe('the password', () => {
  it('changed ends every other session and opens a new one', async () => {
    const one = await (await newTenant(app)).join();
    const two = await signIn(app, one.email);
    const bad = bodyOf<Problem>(await one.post('/auth/password', { currentPassword: 'not it at all', newPassword: 'quite another one' }).expect(400));
    expect(bad.errors).toMatchObject([{ pointer: '/currentPassword' }]);
    await one.post('/auth/password', { currentPassword: PASSWORD, newPassword: 'too short' }).expect(400);
    const changed = bodyOf<SignedInBody>(await one.post('/auth/password', { currentPassword: PASSWORD, newPassword: 'quite another one' }).expect(201));
    await one.get('/auth/session').expect(401);
    await two.get('/auth/session').expect(401);
    await personWith(app, changed, one.email).get('/auth/session').expect(200);
    await attempt(one.email, PASSWORD).expect(401);
    await attempt(one.email, 'quite another one').expect(201);
  });
});

describe('two workspaces', () => {
  it('are switched between, and the old session ends', async () => {
    const [harbor, dapur] = [await newTenant(app, 'Harbor'), await newTenant(app, 'Dapur')];
    const first = await harbor.join({ role: 'owner' });
    const both = await dapur.join({ role: 'viewer', email: first.email });
    expect(both.tenantId).toBe(dapur.id);
    const there = bodyOf<SessionBody>(await both.get('/auth/session').expect(200));
    expect(there).toMatchObject({ role: 'viewer', tenant: { name: 'Dapur' } });
    expect(there.memberships.map(({ tenant, role }) => [tenant.name, role])).toEqual([['Dapur', 'viewer'], ['Harbor', 'owner']]);
    const back = bodyOf<SignedInBody>(await both.post('/auth/switch', { tenantId: harbor.id }).expect(201));
    expect(await code(both.get('/auth/session').expect(401))).toBe('SESSION_REVOKED');
    await personWith(app, back, first.email).post('/tickets', { subject: 'x' }).expect(201);
    expect(bodyOf<SignedInBody>(await attempt(first.email, PASSWORD)).tenant.name).toBe('Harbor');
  });

  it('a page of one sent after switching to the other changes nothing', async () => {
    const person = await (await newTenant(app)).join({ role: 'owner' });
    const other = await newTenant(app);
    for (const ask of [() => person.post('/tickets', { subject: 'x' }), () => person.get('/tickets'), () => person.post('/auth/sign-out')]) {
      expect(await code(ask().set('x-kontor-tenant', other.id).expect(403))).toBe('WRONG_TENANT');
    }
    await person.get('/tickets').set('x-kontor-tenant', person.tenantId).expect(200, { items: [], nextCursor: null });
  });
});

it('the profile changes what it names, by version, and tells colleagues of a new name', async () => {
  const person = await (await newTenant(app)).join({ name: 'Sari' });
  await person.patch('/users/me', { theme: 'dark', locale: 'id', timeZone: 'Asia/Jakarta' }).set('if-match', '"1"').expect(200).expect('etag', '"2"');
  await person.patch('/users/me', { name: 'Sari Dewi' }).expect(200);
  for (const bad of [{ timeZone: 'Europe/Nowhere' }, { theme: 'pink' }, { name: '' }, { name: null }, { email: 'a@b.test' }, { version: 1 }]) await person.patch('/users/me', bad).expect(400);
  const { items } = bodyOf<{ items: { type: string; data: { name: string } }[] }>(await person.get('/events?channel=users:updates').expect(200));
  expect(items.map(({ type, data }) => [type, data.name])).toEqual([['member_updated', 'Sari Dewi']]);
});
