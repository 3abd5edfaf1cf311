import { connect as connectTo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Problem } from '@kontor/contracts/errors';
import { startApp, type TestApp } from '../support/app.ts';
import { BODIES, BODYLESS } from '../support/bodies.ts';
import { furnishedTenant, type Furnished } from '../support/furnished.ts';
import { newTenant, PASSWORD } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { routesOf } from '../support/routes.ts';
import { send } from '../support/wire.ts';

let app: TestApp;
let a: Furnished;
beforeAll(async () => {
  app = await startApp();
  a = await furnishedTenant(app);
});
afterAll(() => app.close());

const post = (path: string, type: string, body: string) =>
  request(app.origin).post(`/api/v1${path}`).set('authorization', `Bearer ${a.owner.token}`).set('content-type', type).send(body);

describe('what no body may set', () => {
  it.each(['tenantId', 'role', 'id', 'createdAt', 'surprise'])('names %s, on every route with a body', async (key) => {
    const routes = routesOf(app).filter(({ method }) => method !== 'GET' && method !== 'DELETE');
    expect(routes.length).toBe(Object.keys(BODIES).length + BODYLESS.length);
    for (const { method, path } of routes) {
      // Of other programs' own kind, and read by nobody before its signature is.
      if (path.includes('/webhooks/:provider')) continue;
      const valid: Record<string, unknown> = BODIES[`${method} ${path}`] ?? {};
      if (key in valid) continue;
      const body = { ...valid, ...(path.endsWith('sign-in') ? { email: a.owner.email, password: PASSWORD } : {}), [key]: 'x' };
      const at = path.replace('/api/v1', '').replace(':id', path.includes(':id') ? a.idFor(path) : '');
      const answer = await a.owner[method.toLowerCase() as 'post'](at, body);
      const { code, errors } = bodyOf<Problem>(answer);
      expect([path, answer.status, code, errors]).toEqual([path, 400, 'VALIDATION_FAILED', [{ pointer: `/${key}`, code: 'UNKNOWN_FIELD', message: 'Is not a field here.' }]]);
    }
  });

  it('holds inside of what is nested, too', async () => {
    const answer = await a.owner.post('/tickets', { subject: 'x', requester: { email: 'a@b.test', tenantId: 'x' } }).expect(400);
    expect(bodyOf<Problem>(answer).errors).toMatchObject([{ pointer: '/requester/tenantId', code: 'UNKNOWN_FIELD' }]);
  });

  it('refuses a query that nobody declared', async () => {
    for (const path of ['/tickets?tenantId=x', '/auth/session?tenantId=x', '/members?sort=email', '/contacts?email=nobody', '/tickets?limit=0', '/tickets?limit=101', '/tickets?limit=1&limit=2', '/tickets?sort=subject']) {
      expect(bodyOf<Problem>(await a.owner.get(path).expect(400)).errors?.[0]?.pointer).toMatch(/^\?/);
    }
  });
});

describe('a body that cannot be read', () => {
  it.each(['{', '{"subject":"x",}', '', 'x', '{"subject":"\u0001"}', '{"__proto__":{"a":1}}', '\u0000'])('is MALFORMED_REQUEST: %j', async (text) => {
    expect(bodyOf<Problem>(await post('/tickets', 'application/json', text).expect(400)).code).toBe('MALFORMED_REQUEST');
  });

  it.each(['[]', '"x"', '1', 'null', 'true', '[{"subject":"x"}]'])('is no object: %s', async (text) => {
    expect((await post('/tickets', 'application/json', text)).status).toBe(400);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', 'text/html'])('is 415: %s', async (type) => {
    expect(bodyOf<Problem>(await post('/tickets', type, 'subject=x').expect(415)).code).toBe('UNSUPPORTED_MEDIA');
    expect(bodyOf<Problem>(await post('/auth/sign-out', type, 'x=y').expect(415)).code).toBe('UNSUPPORTED_MEDIA');
  });

  it('is 413 beyond a mebibyte', async () => {
    expect(bodyOf<Problem>(await post('/tickets', 'application/json', JSON.stringify({ subject: 'x', body: 'x'.repeat(1_048_577) })).expect(413)).code).toBe('PAYLOAD_TOO_LARGE');
  });

  it('keeps the last of two keys of one name, as JSON does', async () => {
    expect(bodyOf<{ subject: string }>(await post('/tickets', 'application/json', '{"subject":"first","subject":"last"}').expect(201)).subject).toBe('last');
  });

  it('is a problem also where it is no HTTP', async () => {
    for (const text of ['GET / HTTP/9\r\n\r\n', 'GET /\u0000 HTTP/1.1\r\nhost: x\r\n\r\n', `GET /health/live HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`]) {
      const answer = await raw(text);
      expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
      const problem = JSON.parse(answer.split('\r\n\r\n')[1] ?? '{}') as Problem;
      expect(problem).toMatchObject({ type: '/api/docs/errors#MALFORMED_REQUEST', code: 'MALFORMED_REQUEST', retryable: false });
      expect(answer.toLowerCase()).toContain(`x-trace-id: ${problem.traceId}`);
    }
  });
});

function raw(text: string): Promise<string> {
  const { port } = new URL(app.origin);
  return new Promise((resolve, reject) => {
    const socket = connectTo(Number(port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('methods', () => {
  it('are 405 with Allow on every route that does not know them', async () => {
    const byPath = Map.groupBy(routesOf(app), ({ path }) => path);
    for (const [path, routes] of byPath) {
      const known = new Set<string>(routes.map(({ method }) => method));
      if (known.has('GET')) known.add('HEAD');
      // `tickets/counts` is an id to the other methods of `tickets/:id`.
      const asId = byPath.get(path.replace(/[^/]+$/, ':id'));
      const isWord = asId !== undefined && asId !== routes;
      const understood = new Set([...known, ...(isWord ? asId.map(({ method }) => method as string) : [])]);
      const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((method) => !understood.has(method));
      for (const method of others) {
        const answer = await send(app.origin, { method, path: path.replace(':id', '01a1f9fb-fd3f-777e-b8de-0f4cadd32e02'), headers: {} });
        expect([method, path, answer.status]).toEqual([method, path, 405]);
        expect(JSON.parse(answer.text)).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
        if (!isWord) expect(answer.headers['allow']).toBe([...known].sort().join(', '));
      }
    }
  });

  it('HEAD is GET without a body', async () => {
    const head = await send(app.origin, { method: 'HEAD', path: `/api/v1/tickets/${a.idFor('tickets/:id')}`, headers: { authorization: `Bearer ${a.owner.token}` } });
    const { headers } = await a.owner.get(`/tickets/${a.idFor('tickets/:id')}`).expect(200);
    expect([head.status, head.text, head.headers['etag']]).toEqual([200, '', headers['etag']]);
    expect(headers['etag']).toMatch(/^"\d+"$/);
    expect((await send(app.origin, { method: 'HEAD', path: '/api/v1/tickets', headers: {} })).status).toBe(401);
  });

  it('an unknown address is 404, whatever the method', async () => {
    for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS']) {
      const answer = await send(app.origin, { method, path: '/api/v1/nothing/here', headers: {} });
      expect([answer.status, (JSON.parse(answer.text) as Problem).code]).toEqual([404, 'NOT_FOUND']);
    }
  });
});

describe('tokens', () => {
  it('are taken from the Authorization header only', async () => {
    const { token } = a.owner;
    for (const path of [`?access_token=${token}`, `?api_key=${token}`, `?authorization=${token}`, `?token=${token}`]) {
      const answer = await a.owner.get(`/tickets${path}`);
      expect([path, answer.status]).toEqual([path, 400]);
      await request(app.origin).get(`/api/v1/tickets${path}`).expect((refused) => expect([400, 401]).toContain(refused.status));
    }
    await request(app.origin).get('/api/v1/tickets').set('cookie', `session=${token}; kontor_session=${token}; __Host-kontor=${token}`).expect(401);
    const inBody = await a.owner.post('/tickets', { subject: 'x', token }).expect(400);
    expect(bodyOf<Problem>(inBody).errors).toMatchObject([{ pointer: '/token', code: 'UNKNOWN_FIELD' }]);
    expect(JSON.stringify(inBody.body)).not.toContain(token);
  });
});

describe('versions', () => {
  it('a stale If-Match is 412 with what is there now, and a seen ETag is 304', async () => {
    const agent = await (await newTenant(app)).join({ role: 'agent' });
    const { id } = bodyOf<{ id: string }>(await agent.post('/tickets', { subject: 'First' }).expect(201));
    await agent.patch(`/tickets/${id}`, { subject: 'Second' }).set('if-match', '"1"').expect(200).expect('etag', '"2"');
    const stale = bodyOf<Problem>(await agent.patch(`/tickets/${id}`, { subject: 'Third' }).set('if-match', '"1"').expect(412));
    expect(stale).toMatchObject({ code: 'VERSION_MISMATCH', current: { id, version: 2, subject: 'Second' } });
    for (const [path, body] of [['assign', { assigneeId: null }], ['reply', { body: 'x' }], ['note', { body: 'x' }], ['transition', { status: 'open' }]] as const) {
      await agent.post(`/tickets/${id}/${path}`, body).set('if-match', '"1"').expect(412);
    }
    await agent.patch(`/members/${agent.id}`, { role: 'owner' }).set('if-match', '"9"').expect(403);
    await agent.patch('/users/me', { name: 'Tom' }).set('if-match', '"9"').expect(412);
    await agent.get(`/tickets/${id}`).set('if-none-match', '"2"').expect(304).expect('');
    await agent.get(`/tickets/${id}`).set('if-none-match', '"1"').expect(200);
    await agent.patch(`/tickets/${id}`, { subject: 'x' }).set('if-match', '2').expect(400);
    await agent.patch(`/tickets/${id}`, { subject: 'Last' }).set('if-match', '*').expect(200);
    expect(bodyOf<{ version: number }>(await agent.get(`/tickets/${id}`)).version).toBe(3);
  });

  it('of ten at once with the same If-Match one wins', async () => {
    const agent = await (await newTenant(app)).join({ role: 'agent' });
    const { id } = bodyOf<{ id: string }>(await agent.post('/tickets', { subject: 'Race' }).expect(201));
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => agent.patch(`/tickets/${id}`, { subject: `By ${n}` }).set('if-match', '"1"')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
  });
});
