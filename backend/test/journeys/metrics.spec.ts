import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import request from 'supertest';
import { Database } from '../../src/platform/database/database.ts';
import { sql } from '../../src/platform/database/statement.ts';
import { log } from '../../src/platform/telemetry/logger.ts';
import { measureQueryTime } from '../../src/platform/telemetry/measure-query-time.ts';
import { MetricsServer } from '../../src/platform/telemetry/metrics-server.ts';
import { registry } from '../../src/platform/telemetry/metrics.ts';
import { reportError } from '../../src/platform/telemetry/report-error.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { connect, waitFor } from '../support/sockets.ts';

let app: TestApp;
let agent: Person;
beforeAll(async () => {
  app = await startApp({ KONTOR_METRICS_PORT: '0', KONTOR_SLOW_QUERY_MS: '200' });
  agent = await (await newTenant(app)).join();
});
afterAll(() => app.close());

const at = (path: string) => request(`http://127.0.0.1:${app.nest.get(MetricsServer, { strict: false }).port}`).get(path);
const metrics = async () => (await at('/metrics').expect(200)).text;
/** The value of the one line that begins so. */
async function value(line: string): Promise<number> {
  const found = (await metrics()).split('\n').find((text) => text.startsWith(`${line} `));
  return Number(found?.slice(line.length + 1) ?? 0);
}

describe('/metrics', () => {
  it('is on a port of its own only', async () => {
    await request(app.origin).get('/metrics').expect(404);
    await at('/').expect(404);
    expect(await metrics()).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  it('counts requests by route as declared and by status, never by what stands in an address', async () => {
    const counted = `kontor_http_request_duration_seconds_count{method="GET",route="/api/v1/tickets/:id",status="404"}`;
    const before = await value(counted);
    await agent.get('/tickets/01a1f9fb-fd3f-777e-b8de-0f4cadd32e02').expect(404);
    await request(app.origin).get('/api/v1/nowhere/secret-name').expect(404);
    expect(await value(counted)).toBe(before + 1);
    expect(await metrics()).not.toMatch(/01a1f9fb|secret-name/);
  });

  it('counts statements, operations, errors and sockets', async () => {
    const [statements, lists] = ['kontor_query_duration_seconds_count', 'kontor_operation_duration_seconds_count{operation="ticket-list"}'];
    const before = [await value(statements), await value(lists)];
    await agent.get('/tickets').expect(200);
    expect(await value(statements)).toBeGreaterThan(before[0]!);
    expect(await value(lists)).toBe(before[1]! + 1);
    await expect(measureQueryTime(() => Promise.reject(new Error('no')), { operation: 'failing' })).rejects.toThrow('no');
    expect(await value('kontor_operation_duration_seconds_count{operation="failing"}')).toBe(1);
    const errors = 'kontor_errors_total{category="boot",severity="warning"}';
    reportError(new Error('x'), { category: 'boot', severity: 'warning' });
    expect(await value(errors)).toBe(1);
    const socket = await connect(app, agent.token);
    expect(await value('kontor_sockets')).toBe(1);
    socket.close();
    await waitFor(async () => (await value('kontor_sockets')) === 0 || undefined);
  });

  it('tells of the relay, of jobs and of connections', async () => {
    const published = await value('kontor_relay_published_total');
    await agent.post('/tickets', { subject: 'Oven' }).expect(201);
    await waitFor(async () => (await value('kontor_relay_published_total')) > published || undefined);
    expect(await value('kontor_relay_leads')).toBe(1);
    const text = await metrics();
    expect(text).toMatch(/kontor_jobs\{kind="[a-z_-]+",state="failed"\} 0/);
    expect(text).toMatch(/kontor_database_connections\{state="idle"\} \d/);
  });

  it('has for each of its own metrics a place on the dashboard, which knows no others', async () => {
    const dashboard = await readFile(resolve(import.meta.dirname, '../../../docs/grafana/kontor.json'), 'utf8');
    const shown = new Set([...dashboard.matchAll(/\b(?:kontor|nodejs|process)_[a-z0-9_]+/g)].map(([name]) => name.replace(/_(bucket|count|sum)$/, '')));
    const known = registry.getMetricsAsArray().map(({ name }) => name);
    expect([...shown].filter((name) => !known.includes(name))).toEqual([]);
    expect(known.filter((name) => name.startsWith('kontor_') && !shown.has(name))).toEqual([]);
  });
});

describe('a slow statement', () => {
  it('is logged with its text and the trace id of its request, without its values', async () => {
    const warn = jest.spyOn(log, 'warn');
    const before = await value('kontor_slow_queries_total');
    await app.nest.get(Database, { strict: false }).gate(sql('SELECT pg_sleep(0.3), $1::text'), ['a secret value']);
    expect(warn.mock.calls).toEqual([[{ ms: expect.any(Number), query: 'SELECT pg_sleep(0.3), $1::text' }, 'slow query']]);
    expect(await value('kontor_slow_queries_total')).toBe(before + 1);
    warn.mockRestore();
  });
});

/** The last: passport knows one local strategy a process, and that is the other application's from here on. */
it('is closed where no port is set', async () => {
  await using closed = await startApp();
  expect(closed.nest.get(MetricsServer, { strict: false }).port).toBeUndefined();
});
