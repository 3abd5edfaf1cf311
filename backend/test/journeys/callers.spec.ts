import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { FORWARD_HEADERS, forwardedText } from '@kontor/contracts/forwarding';
import { issueToken } from '../../src/platform/access/tokens.ts';
import type { OwnSessionBody } from '../../src/users/users.shapes.ts';
import { FORWARD_SECRET, startApp, type TestApp } from '../support/app.ts';
import { newTenant, PASSWORD } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';

interface Vouched {
  address: string;
  secret?: string;
  seconds?: number;
}

/** What the frontend's server sends for a browser. */
function vouched({ address, secret = FORWARD_SECRET, seconds = 0 }: Vouched): Record<string, string> {
  const [time, requestId] = [String(Math.floor(Date.now() / 1_000) + seconds), 'a'.repeat(32)];
  const signature = createHmac('sha256', secret).update(forwardedText(address, time, requestId)).digest('hex');
  return { [FORWARD_HEADERS.address]: address, [FORWARD_HEADERS.time]: time, [FORWARD_HEADERS.requestId]: requestId, [FORWARD_HEADERS.signature]: signature };
}
const FORGED = { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9', forwarded: 'for=203.0.113.9', 'cf-connecting-ip': '203.0.113.9', 'true-client-ip': '203.0.113.9', 'x-client-ip': '203.0.113.9' };

const inspect = (app: TestApp, headers: Record<string, string> = {}) => request(app.origin).post('/api/v1/invitations/inspect').set(headers).send({ token: 'x' });
const remaining = (answer: { headers: Record<string, string> }) => Number(/r=(\d+)/.exec(answer.headers['ratelimit'] ?? '')?.[1]);

describe('limits', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ KONTOR_LIMIT_PUBLIC: '5', KONTOR_LIMIT_READ: '7', KONTOR_LIMIT_USER_ACTION: '3', KONTOR_LIMIT_ADDRESS: '200' });
  });
  afterAll(() => app.close());

  it('of public routes are by address, told in every answer, and a forged header changes none', async () => {
    for (let left = 4; left >= 0; left -= 1) {
      const answer = await inspect(app, { ...FORGED, 'x-forwarded-for': `203.0.113.${left}` }).expect(404);
      expect([answer.headers['ratelimit-policy'], remaining(answer)]).toEqual(['"PUBLIC";q=5;w=60', left]);
    }
    const refused = await inspect(app, FORGED).expect(429);
    expect(refused.body).toMatchObject({ code: 'RATE_LIMITED', retryable: true, retryAfter: Number(refused.headers['retry-after']) });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(8);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(12);
    await inspect(app, { ...vouched({ address: '203.0.113.20', secret: 'a secret that somebody else has made up' }) }).expect(429);
    await inspect(app, { ...vouched({ address: '203.0.113.20', seconds: -61 }) }).expect(429);
    await inspect(app, { ...vouched({ address: '203.0.113.20' }), [FORWARD_HEADERS.address]: '203.0.113.21' }).expect(429);
    expect(remaining(await inspect(app, vouched({ address: '203.0.113.20' })).expect(404))).toBe(4);
  });

  it('count IPv6 by /64', async () => {
    for (let n = 0; n < 5; n += 1) await inspect(app, vouched({ address: `2001:db8:1:2::${n}` })).expect(404);
    await inspect(app, vouched({ address: '2001:db8:1:2:ffff::1' })).expect(429);
    await inspect(app, vouched({ address: '2001:db8:1:3::1' })).expect(404);
  });

  it('of members are by person, reading apart from changing, whatever their address', async () => {
    const tenant = await newTenant(app);
    const headers = (n: number) => vouched({ address: `198.51.100.${n}` });
    const one = await joined(tenant, app, headers(1));
    for (let left = 6; left >= 0; left -= 1) {
      const answer = await one('get', '/tickets', headers(left)).expect(200);
      expect([answer.headers['ratelimit-policy'], remaining(answer)]).toEqual(['"READ";q=7;w=60', left]);
    }
    await one('get', '/tickets', headers(9)).expect(429);
    for (const n of [1, 2, 3]) await one('post', '/realtime/tokens', headers(n)).expect(201);
    expect(Number((await one('post', '/realtime/tokens', headers(4)).expect(429)).headers['retry-after'])).toBeLessThanOrEqual(20);
    const other = await joined(tenant, app, headers(2));
    await other('get', '/tickets', headers(1)).expect(200);
  });

  it('leave out what machines ask on a timer', async () => {
    for (let n = 0; n < 20; n += 1) await request(app.origin).get('/health/live').expect(200);
  });
});

describe('an address has one bucket', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ KONTOR_LIMIT_PUBLIC: '5' });
  });
  afterAll(() => app.close());

  const passed = async (headers: (n: number) => Record<string, string>) => {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => inspect(app, headers(n))));
    return answers.filter(({ status }) => status !== 429).length;
  };

  it.each<[string, (n: number) => Record<string, string>]>([
    ['whatever 200 forwarded addresses it makes up', (n) => ({ 'x-forwarded-for': `198.51.100.${n}`, forwarded: `for=198.51.100.${n}` })],
    ['for all 200 of an IPv6 /64', (n) => vouched({ address: `2001:db8:7:7:${n.toString(16)}::${n}` })],
  ])('%s', async (_, headers) => {
    const count = await passed(headers);
    expect(count).toBeGreaterThanOrEqual(5);
    // One comes back every 12 seconds.
    expect(count).toBeLessThanOrEqual(6);
  });
});

/** A member who signs in from an address of their own, so that the file's own limits are not in the way. */
async function joined(tenant: { id: string }, app: TestApp, headers: Record<string, string>) {
  const { token, hash } = issueToken('session');
  await behind(app, `WITH person AS (INSERT INTO users (email, name) VALUES (encode($2, 'hex') || '@kontor.test', 'x') RETURNING id),
    member AS (INSERT INTO memberships (tenant_id, user_id, role) SELECT $1, id, 'agent' FROM person RETURNING tenant_id, user_id)
    INSERT INTO sessions (token_hash, tenant_id, user_id, expires_at) SELECT $2, tenant_id, user_id, now() + '1 day' FROM member`, [tenant.id, hash]);
  return (method: 'get' | 'post', path: string, more = headers) => request(app.origin)[method](`/api/v1${path}`).set({ authorization: `Bearer ${token}`, ...more });
}

describe('failed sign-ins', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ KONTOR_LIMIT_SIGN_IN: '10' });
  });
  afterAll(() => app.close());
  const attempt = (email: string, password: string, address: string) => request(app.origin).post('/api/v1/auth/sign-in').set(vouched({ address })).send({ email, password });

  it('are ten an account, from anywhere, and then even the right password waits', async () => {
    const { email } = await (await newTenant(app)).join();
    for (let n = 0; n < 10; n += 1) await attempt(n % 2 ? email : email.toUpperCase(), 'wrong', `203.0.113.${n}`).expect(401);
    const refused = await attempt(email, PASSWORD, '203.0.113.99').expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(80);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(90);
  });

  it('are ten an address, for whichever accounts, also at once', async () => {
    const { email } = await (await newTenant(app)).join();
    const answers = await Promise.all(Array.from({ length: 14 }, (_, n) => attempt(`nobody-${n}@kontor.test`, 'wrong', '198.51.100.7')));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);
    await attempt(email, PASSWORD, '198.51.100.7').expect(429);
    await attempt(email, PASSWORD, '198.51.100.8').expect(201);
  });

  it('leave successes free', async () => {
    const { email } = await (await newTenant(app)).join();
    for (let n = 0; n < 15; n += 1) await attempt(email, PASSWORD, '198.51.100.30').expect(201);
  });
});

it('a configured proxy is believed from the right, as far as it is ours', async () => {
  await using app = await startApp({ KONTOR_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' });
  const { email } = await (await newTenant(app)).join();
  const seen = async (chain: string) => {
    const { token } = bodyOf<{ token: string }>(await request(app.origin).post('/api/v1/auth/sign-in').set('x-forwarded-for', chain).send({ email, password: PASSWORD }).expect(201));
    const sessions = await request(app.origin).get('/api/v1/auth/sessions').set('authorization', `Bearer ${token}`);
    return bodyOf<{ items: OwnSessionBody[] }>(sessions).items.find(({ current }) => current)?.address;
  };
  expect(await seen('203.0.113.9')).toBe('203.0.113.9');
  expect(await seen('6.6.6.6, 203.0.113.9, 10.1.2.3')).toBe('203.0.113.9');
  expect(await seen('nonsense')).toBe('127.0.0.1');
});
