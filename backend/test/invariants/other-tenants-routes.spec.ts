import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import request, { type Response } from 'supertest';
import * as rules from '../../src/tickets/tickets.policy.ts';
import type { TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
import { BODIES } from '../support/bodies.ts';
import type { Furnished } from '../support/furnished.ts';
import type { Person } from '../support/people.ts';
import { routesOf } from '../support/routes.ts';

/** The row rules, with a switch: without them row-level security has to hold alone. */
let areRulesOn = true;
let asked = 0;
jest.unstable_mockModule('../../src/tickets/tickets.policy.ts', () => ({
  ...rules,
  visibleTo: (...args: Parameters<typeof rules.visibleTo>) => (areRulesOn ? rules.visibleTo(...args) : Boolean((asked += 1))),
  visibleWhere: (...args: Parameters<typeof rules.visibleWhere>) => (areRulesOn ? rules.visibleWhere(...args) : undefined),
  mayEdit: (...args: Parameters<typeof rules.mayEdit>) => (areRulesOn ? rules.mayEdit(...args) : true),
}));
const { startApp } = await import('../support/app.ts');
const { furnishedTenant } = await import('../support/furnished.ts');
const { newTenant } = await import('../support/people.ts');

let app: TestApp;
let a: Furnished;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await (await newTenant(app)).join({ role: 'owner' });
});
afterAll(() => app.close());

/** Asks every route with an `:id` for what belongs to A. */
async function askAll(person: Person): Promise<[string, number, string | undefined][]> {
  const answers: [string, number, string | undefined][] = [];
  for (const { method, path } of routesOf(app).filter((route) => route.path.includes(':id'))) {
    const at = path.replace('/api/v1', '').replace(':id', a.idFor(path));
    const verb = method.toLowerCase() as 'get' | 'post' | 'patch' | 'put' | 'delete';
    const answer: Response = await person[verb](at, BODIES[`${method} ${path}`]);
    answers.push([`${method} ${path}`, answer.status, (answer.body as { code?: string }).code]);
  }
  return answers;
}

describe.each([true, false])('every route with an id, the row rules of tickets.policy.ts being on: %s', (on) => {
  beforeAll(async () => {
    areRulesOn = true;
    a = await furnishedTenant(app);
  });
  beforeEach(() => {
    areRulesOn = on;
  });

  it('is 404 for another tenant', async () => {
    const answers = await askAll(owner);
    expect(answers.length).toBeGreaterThan(12);
    expect(answers.filter(([, status, code]) => status !== 404 || code !== 'NOT_FOUND')).toEqual([]);
  });

  it('is something else for A itself, so that 404 means something', async () => {
    const answers = await askAll(a.owner);
    // The session and the notification asked for are the agent's, and nobody else's. What was sent is no upload that waits.
    const absent = answers.filter(([, status]) => status === 404).map(([route]) => route);
    expect(absent.sort()).toEqual(['DELETE /api/v1/attachments/:id', 'DELETE /api/v1/auth/sessions/:id', 'POST /api/v1/notifications/:id/done', 'POST /api/v1/notifications/:id/read']);
  });

  it('takes no id of A in a body of B', async () => {
    const mine = (await owner.post('/tickets', { subject: 'Mine' }).expect(201)).body as { id: string };
    const refused = await owner.post(`/tickets/${mine.id}/assign`, { assigneeId: a.agent.id }).expect(400);
    expect(refused.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer: '/assigneeId', code: 'NOT_FOUND' }] });
    await owner.post('/auth/switch', { tenantId: a.tenant.id }).expect(400);
    for (const filter of [`requester=${a.idFor('contacts/:id')}`, `assignee=${a.agent.id}`]) {
      expect((await owner.get(`/tickets?${filter}`).expect(200)).body).toEqual({ items: [], nextCursor: null });
    }
  });
});

it('is not 404 any more where row-level security is switched off', async () => {
  const force = (on: string) => asSuperuser(app.database.superuserUrl, (client) => client.query(`ALTER TABLE contacts ${on} ROW LEVEL SECURITY`));
  await force('DISABLE');
  const answers = await askAll(owner);
  await force('ENABLE');
  expect(answers.filter(([, status]) => status !== 404).map(([route]) => route)).toEqual(expect.arrayContaining(['GET /api/v1/contacts/:id', 'GET /api/v1/contacts/:id/timeline', 'POST /api/v1/contacts/:id/merge']));
});

it('has really switched the row rules off', () => {
  expect(asked).toBeGreaterThan(3);
});

it('has a body for each route that takes one', async () => {
  const document = await request(app.origin).get('/api/openapi.json');
  const { paths } = document.body as { paths: Record<string, Record<string, { requestBody?: object }>> };
  const taking = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) => (requestBody ? [`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`] : [])),
  );
  expect(Object.keys(BODIES).sort()).toEqual(taking.sort());
});
