import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import request, { type Response } from 'supertest';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { BODIES } from '../support/bodies.ts';
import { asSuperuser } from '../support/databases.ts';
import { failCommitOfThrownTickets, readFeed } from '../support/events.ts';
import { newKey, programWith } from '../support/keys.ts';
import { newTenant, PASSWORD, type Person, type Tenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { routesOf } from '../support/routes.ts';
import { statementsOf } from '../support/statements.ts';
import { runChore } from '../support/test-jobs.ts';

let app: TestApp;
let tenant: Tenant;
let agent: Person;
beforeAll(async () => {
  app = await startApp();
  tenant = await newTenant(app);
  agent = await tenant.join();
});
afterAll(() => app.close());

const sql = (text: string, values: unknown[] = []) => asSuperuser(app.database.superuserUrl, (client) => client.query<Record<string, unknown>>(text, values));
const create = (key: string, body: object = { subject: 'Oven' }, person = agent) => Promise.resolve(person.post('/tickets', body).set('idempotency-key', key));
const codeOf = ({ body }: Response) => (body as { code?: string }).code;
const ticketsCalled = async (subject: string) => bodyOf<{ items: TicketBody[] }>(await agent.get('/tickets?limit=100').expect(200)).items.filter((ticket) => ticket.subject === subject);

describe('the same Idempotency-Key', () => {
  it('50 times in parallel: one row, one event, the same answer or 409', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => create('order-1', { subject: 'Fifty' })));
    const made = answers.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThan(0);
    expect(made.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
    expect(new Set(made.map(({ text }) => text)).size).toBe(1);
    const others = answers.filter(({ status }) => status !== 201);
    expect(others.every((answer) => answer.status === 409 && codeOf(answer) === 'IDEMPOTENCY_IN_PROGRESS' && answer.headers['retry-after'] === '1')).toBe(true);
    const [ticket, ...rest] = await ticketsCalled('Fifty');
    expect(rest).toEqual([]);
    const events = (await readFeed(agent)).filter(({ type, data }) => type === 'ticket_created' && (data as TicketBody).id === ticket!.id);
    expect(events).toHaveLength(1);
  });

  it('answers the same: status, body, ETag, Location, and that it is a replay', async () => {
    const [first, again] = [await create('order-2'), await create('order-2')];
    expect([again.status, again.text, again.headers['etag'], again.headers['location']]).toEqual([201, first.text, first.headers['etag'], first.headers['location']]);
    expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([undefined, 'true']);
    expect(first.headers['location']).toMatch(/^\/api\/v1\/tickets\//);
    const { id } = bodyOf<TicketBody>(first);
    const change = () => agent.patch(`/tickets/${id}`, { subject: 'Oven 4' }).set('idempotency-key', 'order-2');
    const [changed, repeated] = [await change().expect(200), await change().expect(200)];
    expect([repeated.text, repeated.headers['etag'], repeated.headers['idempotency-replayed']]).toEqual([changed.text, changed.headers['etag'], 'true']);
  });

  it('with another body is 422, and on another path, by another member or another key another request', async () => {
    await create('order-3', { subject: 'One' });
    const other = await create('order-3', { subject: 'Two' });
    expect([other.status, codeOf(other)]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    await agent.post('/contacts', { name: 'Rosa' }).set('idempotency-key', 'order-3').expect(201);
    const colleague = await tenant.join();
    const stranger = await (await newTenant(app)).join();
    const keys = [await newKey(agent, ['ticket:create']), await newKey(agent, ['ticket:create'])];
    const programs = keys.map((key) => programWith(app, key, agent));
    const answers = await Promise.all([colleague, stranger, ...programs].map((person) => create('order-3', { subject: 'One' }, person)));
    expect(answers.map(({ status, headers }) => [status, headers['idempotency-replayed']])).toEqual(Array(4).fill([201, undefined]));
  });

  it('keeps no refusal, and nothing of what was rolled back', async () => {
    expect((await create('order-4', {})).status).toBe(400);
    expect((await create('order-4', { subject: 'Now it is whole' })).status).toBe(201);
    await failCommitOfThrownTickets(app);
    expect((await create('order-5', { subject: 'Thrown once' })).status).toBe(400);
    await sql('DROP TRIGGER fail_at_commit ON tickets');
    const made = await create('order-5', { subject: 'Thrown once' });
    expect([made.status, made.headers['idempotency-replayed']]).toEqual([201, undefined]);
    expect(await ticketsCalled('Thrown once')).toHaveLength(1);
  });

  it('is forgotten after 24 hours, and then removed', async () => {
    const first = bodyOf<TicketBody>(await create('order-6'));
    await sql(`UPDATE idempotent_answers SET created_at = created_at - interval '24 hours' WHERE answer LIKE '%' || $1 || '%'`, [first.id]);
    const second = await create('order-6');
    expect(bodyOf<TicketBody>(second).id).not.toBe(first.id);
    expect((await create('order-6')).headers['idempotency-replayed']).toBe('true');
  });

  it('gives nothing to who may no longer do it', async () => {
    const owner = await tenant.join({ role: 'owner' });
    const person = await tenant.join();
    await create('order-7', undefined, person);
    await owner.patch(`/members/${person.id}`, { role: 'viewer' }).expect(200);
    expect((await create('order-7', undefined, person)).status).toBe(403);
  });
});

it('costs no statement where no key is sent, and two in the first flight where one is', async () => {
  const of = async (key?: string) => {
    const asked = await statementsOf(() => Promise.resolve(key === undefined ? agent.post('/tickets', { subject: 'Oven' }) : create(key)));
    return asked.map(({ text }) => text.trim());
  };
  await of();
  const [without, withKey] = [await of(), await of('order-8')];
  const more = withKey.filter((text) => !without.includes(text));
  expect(without.some((text) => text.includes('idempotent') || text.includes('advisory'))).toBe(false);
  expect(withKey).toHaveLength(without.length + 3);
  expect(more).toEqual([expect.stringContaining('pg_try_advisory_xact_lock'), expect.stringContaining('body_hash = $2'), expect.stringContaining('INSERT INTO idempotent_answers')]);
  expect(withKey[2]).toContain('pg_try_advisory_xact_lock');
});

describe('a key is refused', () => {
  it('where it is none', async () => {
    for (const key of ['', ' ', 'x'.repeat(256), 'clé', '\t']) {
      const { status } = await create(key);
      // What is only white space is no header by the time it arrives.
      expect([key, status]).toEqual([key, key.trim() === '' && key !== '' ? expect.any(Number) : 400]);
    }
  });

  /** What members call that takes or answers a secret, or moves files. What is open to all refuses it, too. A longer list has to be looked at. */
  const REFUSING = [
    'ApiKeysController.create',
    'AttachmentsController.form',
    'AttachmentsController.upload',
    'AuthController.changePassword',
    'AuthController.switch',
    'ConnectionsController.create',
    'ConnectionsController.rotate',
    'EndpointsController.create',
    'EndpointsController.rotate',
    'ImportController.check',
    'InvitationsController.invite',
    'InvitationsController.resend',
    'RealtimeController.issue',
    'SecondFactorController.confirm',
    'SecondFactorController.disable',
    'SecondFactorController.enrol',
    'SecondFactorController.renewRecoveryCodes',
  ];

  interface Operation {
    operationId: string;
    requestBody?: object;
    responses: Record<string, object>;
    parameters?: { name: string }[];
  }
  const operations = async () => {
    const document = (await request(app.origin).get('/api/openapi.json')).body as OpenAPIObject;
    const flat = Object.values(document.paths).flatMap((path) => Object.entries(path as unknown as Record<string, Operation>));
    return { document, changing: flat.filter(([method]) => method === 'post' || method === 'patch').map(([, operation]) => operation) };
  };
  const nameOf = ({ operationId }: Operation) => operationId.replace('.', 'Controller.');
  const takesKey = ({ parameters = [] }: Operation) => parameters.some(({ name }) => name === 'Idempotency-Key');

  it('by these routes, by what is open to all, and by no other, as the document says', async () => {
    const { changing } = await operations();
    const all = routesOf(app).filter(({ method }) => method === 'POST' || method === 'PATCH');
    const open = all.filter(({ access }) => access?.kind === 'public').map(({ handler }) => handler);
    const refusing = changing.filter((operation) => !takesKey(operation)).map(nameOf);
    expect(refusing.sort()).toEqual([...REFUSING, ...open].sort());
    expect(changing).toHaveLength(all.length);
    const owner = await (await newTenant(app)).join({ role: 'owner' });
    for (const { method, path, handler } of all.filter(({ handler: name }) => refusing.includes(name))) {
      const body = handler === 'AuthController.signIn' ? { email: owner.email, password: PASSWORD } : BODIES[`${method} ${path}`];
      const answer = await owner[method === 'POST' ? 'post' : 'patch'](path.replace('/api/v1', '').replace(':id', owner.id), body).set('idempotency-key', 'x');
      expect([handler, bodyOf<{ errors: { pointer: string }[] }>(answer).errors[0]!.pointer]).toEqual([handler, 'Idempotency-Key']);
    }
  });

  it('by every route whose body or answer has a secret in it', async () => {
    const { document, changing } = await operations();
    const names = (schema: unknown): string => JSON.stringify(schema).replace(/"#\/components\/schemas\/(\w+)"/g, (_, name: string) => names(document.components!.schemas![name]));
    const holding = changing.filter(({ requestBody, responses: { default: _, ...answers } }) => /"format":"password"|"(token|link|challenge|recoveryCodes|secret|uri)":\{/.test(names([requestBody, answers])));
    expect(holding.length).toBeGreaterThan(10);
    expect(holding.filter(takesKey).map(nameOf)).toEqual([]);
  });
});

it('what has expired is removed, as the relay does it', async () => {
  await create('order-9');
  await create('order-10');
  await sql(`UPDATE idempotent_answers SET created_at = now() - interval '26 hours' WHERE ctid <> (SELECT ctid FROM idempotent_answers ORDER BY created_at DESC LIMIT 1)`);
  await runChore(app, 'prune');
  expect((await sql('SELECT 1 FROM idempotent_answers')).rowCount).toBe(1);
});
