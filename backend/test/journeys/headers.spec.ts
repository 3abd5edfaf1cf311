import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Problem } from '@kontor/contracts/errors';
import { requestLog, setLogLevel } from '../../src/platform/telemetry/logger.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
import { newTenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { waitFor } from '../support/sockets.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ KONTOR_CORS_ORIGINS: 'https://desk.example, http://other.example:8080' });
});
afterAll(() => app.close());

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

it('no answer goes without the headers that keep browsers strict', async () => {
  const person = await (await newTenant(app)).join();
  const answers = [await person.get('/tickets'), await person.get('/nothing'), await request(app.origin).get('/health/live'), await request(app.origin).put('/api/v1/tickets'), await request(app.origin).get('/api/v1/tickets/%zz'), await person.post('/tickets')];
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 200, 405, 400, 400]);
  for (const { headers } of answers) {
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" });
    expect(headers['x-trace-id']).toMatch(/^[0-9a-f]{32}$/);
    expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
  }
  expect(new Set(answers.map(({ headers }) => headers['x-trace-id'])).size).toBe(answers.length);
});

describe('a trace', () => {
  it('given by the caller is in the answer, the problem and the log line', async () => {
    const lines: Record<string, unknown>[] = [];
    const write = requestLog.info.bind(requestLog);
    setLogLevel('info');
    requestLog.info = ((fields: Record<string, unknown>, text: string) => void lines.push({ ...fields, msg: text })) as typeof requestLog.info;
    const answer = await request(app.origin).get('/api/v1/tickets?token=kst_secret').set('traceparent', `00-${TRACE}-00f067aa0ba902b7-01`).expect(401);
    const line = await waitFor(() => lines.find(({ msg }) => msg === 'request'));
    requestLog.info = write;
    setLogLevel('silent');
    expect([answer.headers['x-trace-id'], bodyOf<Problem>(answer).traceId]).toEqual([TRACE, TRACE]);
    expect(line).toMatchObject({ traceId: TRACE, method: 'GET', route: '/api/v1/tickets', status: 401 });
    expect(JSON.stringify(line)).not.toContain('kst_secret');
  });

  it.each(['nonsense', `00-${TRACE.toUpperCase()}-00f067aa0ba902b7-01`, `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`])('that is none is replaced: %s', async (traceparent) => {
    const { headers } = await request(app.origin).get('/health/live').set('traceparent', traceparent);
    expect(headers['x-trace-id']).toMatch(/^[0-9a-f]{32}$/);
    expect(traceparent).not.toContain(headers['x-trace-id']);
  });
});

describe('cross-origin calls', () => {
  const preflight = (at: TestApp, origin: string) => request(at.origin).options('/api/v1/tickets').set({ origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' });

  it('are for the listed origins, with bearer tokens and without credentials', async () => {
    const answer = await preflight(app, 'https://desk.example').expect(204);
    expect(answer.headers['access-control-allow-origin']).toBe('https://desk.example');
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    expect(answer.headers['access-control-allow-headers']).toMatch(/authorization/);
    const asked = await request(app.origin).get('/api/v1/tickets').set('origin', 'http://other.example:8080').expect(401);
    expect(asked.headers['access-control-allow-origin']).toBe('http://other.example:8080');
    expect(asked.headers['access-control-expose-headers']).toMatch(/ETag/);
  });

  it.each(['https://evil.example', 'null', 'https://desk.example.evil.example', 'http://desk.example'])('are not for %s', async (origin) => {
    expect((await preflight(app, origin)).headers['access-control-allow-origin']).toBeUndefined();
    expect((await request(app.origin).get('/health/live').set('origin', origin)).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('are off where nobody asked for them', async () => {
    await using off = await startApp();
    const answer = await preflight(off, 'https://desk.example');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('health', () => {
  it('is live and, once the relay leads, ready', async () => {
    await request(app.origin).get('/health/live').expect(200, { status: 'ok' });
    await waitFor(async () => (await request(app.origin).get('/health/ready')).status === 200 || undefined);
  });

  it('is not ready while a migration is missing, and names no host', async () => {
    await using behind = await startApp();
    await waitFor(async () => (await request(behind.origin).get('/health/ready')).status === 200 || undefined);
    await asSuperuser(behind.database.superuserUrl, (client) => client.query('DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)'));
    const answer = await request(behind.origin).get('/health/ready').expect(503);
    expect(bodyOf<Problem>(answer)).toMatchObject({ code: 'UNAVAILABLE', detail: 'Not ready: migrations.' });
    await request(behind.origin).get('/health/live').expect(200);
  });
});
