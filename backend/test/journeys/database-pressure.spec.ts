import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { Database } from '../../src/platform/database/database.ts';
import { sql } from '../../src/platform/database/statement.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
import { newTenant, PASSWORD, type Person } from '../support/people.ts';
import { waitFor } from '../support/sockets.ts';

let app: TestApp;
let agent: Person;
beforeAll(async () => {
  app = await startApp({ KONTOR_DATABASE_POOL: '2' });
  agent = await (await newTenant(app)).join();
});
afterAll(() => app.close());

const statuses = (answers: { status: number }[]) => [...new Set(answers.map(({ status }) => status))];

/** Ends server processes of this database whose last statement matches, as an administrator or a crash would. */
function terminate(pattern: string): Promise<number> {
  return asSuperuser(app.database.superuserUrl, async (client) => {
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND usename = 'kontor_app' AND query LIKE $1`,
      [pattern],
    );
    return rowCount ?? 0;
  });
}

it('serves 80 writes at once with two connections, each with a number of its own', async () => {
  const answers = await Promise.all(Array.from({ length: 80 }, (_, n) => agent.post('/tickets', { subject: `Ticket ${n}`, tags: ['rush'] })));
  expect(statuses(answers)).toEqual([201]);
  expect(new Set(answers.map(({ body }) => (body as TicketBody).number)).size).toBe(80);
});

it('never needs a second connection while it holds one: 20 changes of workspace and sign-ins at once', async () => {
  const second = await newTenant(app, 'Second');
  const both = await second.join({ email: agent.email });
  const signIn = () => request(app.origin).post('/api/v1/auth/sign-in').send({ email: both.email, password: PASSWORD });
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? signIn() : signIn().then(async ({ body }) => {
    const { token } = body as { token: string };
    return request(app.origin).post('/api/v1/auth/switch').set('authorization', `Bearer ${token}`).send({ tenantId: agent.tenantId });
  }))));
  expect(statuses(answers)).toEqual([201]);
});

it('goes on when callers hang up in the middle: no connection is lost, and nothing is written in half', async () => {
  const calls = Array.from({ length: 60 }, (_, n) => {
    const caller = new AbortController();
    const body = JSON.stringify({ subject: `Cut off ${n}`, body: 'Words', tags: ['cut'] });
    const headers = { authorization: `Bearer ${agent.token}`, 'content-type': 'application/json' };
    const answer = fetch(`${app.origin}/api/v1/tickets`, { method: 'POST', headers, body, signal: caller.signal });
    setTimeout(() => caller.abort(), n / 4);
    return answer.then(() => true, () => false);
  });
  expect(await Promise.all(calls)).toContain(false);
  const answers = await Promise.all(Array.from({ length: 10 }, () => agent.get('/tickets?tag=cut&limit=100')));
  expect(statuses(answers)).toEqual([200]);
  const cut = (answers[0]!.body as { items: TicketBody[] }).items;
  expect(cut.every(({ tags, preview }) => tags[0] === 'cut' && preview === 'Words')).toBe(true);
});

it('survives that the server ends the connection under a write, and goes on', async () => {
  const database = app.nest.get(Database);
  const scope = { tenantId: agent.tenantId, userId: agent.id };
  const sleeping = database.run({ scope }, () => database.query(sql(`SELECT pg_sleep(20) AS "cut short"`)));
  const outcome = sleeping.then(() => 'written', (error: Error) => error.message);
  await waitFor(async () => ((await terminate('%pg_sleep%cut short%')) > 0 ? true : undefined));
  expect(await outcome).toMatch(/terminat/i);
  await agent.get('/tickets').expect(200);
});

it('survives that the server ends the connection while a write thinks', async () => {
  const database = app.nest.get(Database);
  const scope = { tenantId: agent.tenantId, userId: agent.id };
  const thinking = database.run({ scope }, async () => {
    await database.query(sql(`SELECT 1 AS "thinking"`));
    await waitFor(async () => ((await terminate('%"thinking"%')) > 0 ? true : undefined));
    await database.query(sql(`SELECT 2`));
  });
  await expect(thinking).rejects.toThrow(/terminat|queryable/i);
  const answers = await Promise.all(Array.from({ length: 10 }, () => agent.get('/tickets')));
  expect(statuses(answers)).toEqual([200]);
});

it('asks the same statement twice in one flight', async () => {
  const database = app.nest.get(Database);
  const twice = sql<{ n: number }>('SELECT $1::int AS n');
  const unit = database.unit({ tenantId: agent.tenantId, userId: agent.id }, true);
  const answers = await Promise.all([1, 2, 3].map((n) => unit.query(twice, [n])));
  expect(answers.flat().map(({ n }) => n)).toEqual([1, 2, 3]);
});

it('gives every connection back, also when one branch of a write goes on after another has failed it', async () => {
  const database = app.nest.get(Database);
  const scope = { tenantId: agent.tenantId, userId: agent.id };
  const late: Promise<string>[] = [];
  const goOn = async () => {
    await database.query(sql('SELECT 1')).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await database.query(sql('SELECT 2'));
  };
  const branches = async () => {
    late.push(goOn().then(() => 'asked', () => 'refused'));
    await database.query(sql('SELECT 1 / 0'));
  };
  for (const _ of [1, 2, 3]) await expect(database.run({ scope }, branches)).rejects.toThrow(/division by zero/);
  expect(await Promise.all(late)).toEqual(['refused', 'refused', 'refused']);
  const answers = await Promise.all(Array.from({ length: 10 }, () => agent.post('/tickets', { subject: 'Still here' })));
  expect(statuses(answers)).toEqual([201]);
});
