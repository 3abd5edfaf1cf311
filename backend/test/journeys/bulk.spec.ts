import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { OperationBody } from '../../src/platform/operations/operation.shape.ts';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { readFeed } from '../support/events.ts';
import { ended, itemsOf } from '../support/operations.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';


let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const create = async (person: Person, body: object = { subject: 'Oven' }) => bodyOf<TicketBody>(await person.post('/tickets', body).expect(201));
const read = async (person: Person, id: string) => bodyOf<TicketBody>(await person.get(`/tickets/${id}`).expect(200));
const bulk = async (person: Person, body: object) => bodyOf<OperationBody>(await person.post('/tickets/bulk', body).expect(201));

/** Many open tickets at once, from behind. */
async function fill({ tenantId, id }: Person, count: number): Promise<void> {
  await behind(app, `INSERT INTO tickets (tenant_id, number, subject, status, created_by) SELECT $1::uuid, n, 'Ticket ' || n, 'open', $2::uuid FROM generate_series(1, $3::int) n`, [tenantId, id, count]);
}

describe('a few tickets', () => {
  it('are changed at once, each by its own rules, with a result each', async () => {
    const agent = await (await newTenant(app)).join();
    const [free, taken, closed] = [await create(agent), await create(agent), await create(agent)];
    await agent.post(`/tickets/${taken.id}/assign`, { assigneeId: agent.id }).expect(200);
    await behind(app, `UPDATE tickets SET status = 'closed' WHERE id = $1`, [closed.id]);
    const unknown = '01a1f9fb-fd3f-777e-b8de-0f4cadd32e02';
    const operation = await bulk(agent, { ids: [free.id, taken.id, closed.id, unknown], changes: { status: 'solved' } });
    expect(operation).toMatchObject({ state: 'done', total: 4, position: 4, counts: { changed: 1, refused: 3 } });
    const items = await itemsOf(agent, operation.id);
    expect(items.map(({ label, outcome, code }) => `${label}: ${outcome} ${code}`).sort()).toEqual([
      '1 · Oven: refused ASSIGNEE_REQUIRED',
      '2 · Oven: changed null',
      '3 · Oven: refused ILLEGAL_TRANSITION',
      'null: refused NOT_FOUND',
    ]);
    expect([(await read(agent, free.id)).status, (await read(agent, taken.id)).status]).toEqual(['new', 'solved']);
    // What has ended stays as it is.
    expect(bodyOf<OperationBody>(await agent.post(`/operations/${operation.id}/cancel`).expect(200))).toEqual(operation);
  });

  it('take assignee, priority, tags and status together, or where one is refused none', async () => {
    const tenant = await newTenant(app);
    const [agent, other] = [await tenant.join(), await tenant.join()];
    const [oven, crowded] = [await create(agent, { subject: 'Oven', tags: ['a', 'b'] }), await create(agent, { subject: 'Full', tags: Array.from({ length: 20 }, (_, n) => `t${n}`) })];
    const changes = { assigneeId: other.id, priority: 'high', addTags: ['c'], removeTags: ['a'], status: 'solved' };
    const before = (await readFeed(agent)).length;
    const operation = await bulk(agent, { ids: [oven.id, crowded.id], changes });
    expect(await read(agent, oven.id)).toMatchObject({ status: 'solved', priority: 'high', tags: ['b', 'c'], assignee: { id: other.id } });
    expect(await read(agent, crowded.id)).toEqual(crowded);
    expect((await itemsOf(agent, operation.id, '&outcome=refused'))[0]).toMatchObject({ label: '2 · Full', code: 'TOO_LONG' });
    const told = (await readFeed(agent)).slice(before);
    expect(told.map(({ type, data }) => [type, (data as TicketBody).id])).toEqual(['ticket_assigned', 'ticket_updated', 'ticket_updated', 'ticket_status_changed'].map((type) => [type, oven.id]));
    expect((await bulk(agent, { ids: [oven.id], changes: { priority: 'high' } })).counts).toMatchObject({ changed: 0, skipped: 1 });
  });

  it('are given to a team, and taken from it', async () => {
    const tenant = await newTenant(app);
    const [owner, agent] = [await tenant.join({ role: 'owner' }), await tenant.join()];
    const team = bodyOf<{ id: string }>(await owner.post('/teams', { name: 'Night' }).expect(201));
    const { id } = await create(agent);
    await bulk(agent, { ids: [id], changes: { teamId: team.id } });
    expect(await read(agent, id)).toMatchObject({ team: { id: team.id } });
    await bulk(agent, { ids: [id], changes: { teamId: null } });
    expect(await read(agent, id)).toMatchObject({ team: null });
  });

  it('are refused as a whole where the request is', async () => {
    const tenant = await newTenant(app);
    const [agent, viewer] = [await tenant.join(), await tenant.join({ role: 'viewer' })];
    const { id } = await create(agent);
    for (const [body, pointer] of [
      [{ changes: { status: 'open' } }, '/ids'],
      [{ ids: [id], matching: '', changes: { status: 'open' } }, '/ids'],
      [{ ids: [id], changes: {} }, '/changes'],
      [{ ids: ['x'], changes: { status: 'open' } }, '/ids'],
      [{ matching: 'status=unheard', changes: { status: 'open' } }, '/matching'],
      [{ matching: 'x=1', changes: { status: 'open' } }, '/matching'],
      [{ ids: [id], changes: { status: 'unheard' } }, '/changes/status'],
    ] as const) {
      const problem = bodyOf<Problem>(await agent.post('/tickets/bulk', body).expect(400));
      expect([body, problem.errors?.[0]?.pointer]).toEqual([body, pointer]);
    }
    await viewer.post('/tickets/bulk', { ids: [id], changes: { status: 'open' } }).expect(403);
  });

  it('that a member may not see are not there for them', async () => {
    const tenant = await newTenant(app);
    const [agent, narrow] = [await tenant.join(), await tenant.join({ visibility: 'own' })];
    const [hidden, own] = [await create(agent), await create(narrow)];
    const operation = await bulk(narrow, { ids: [hidden.id, own.id], changes: { priority: 'urgent' } });
    const items = await itemsOf(narrow, operation.id);
    expect(items.map(({ subjectId, label, outcome }) => [subjectId, label, outcome])).toEqual([[null, null, 'refused'], [own.id, '2 · Oven', 'changed']]);
    expect((await read(agent, hidden.id)).priority).toBe('normal');
    await agent.get(`/operations/${operation.id}`).expect(404);
    await agent.post(`/operations/${operation.id}/cancel`).expect(404);
    const listed = async (person: Person) => bodyOf<{ items: OperationBody[] }>(await person.get('/operations').expect(200)).items;
    expect([await listed(narrow), await listed(agent)]).toEqual([[operation], []]);
  });
});

describe('a thousand tickets', () => {
  it('go on by themselves within 10 s, with progress, a result per ticket and each event once', async () => {
    const agent = await (await newTenant(app)).join();
    await fill(agent, 1_000);
    await behind(app, `UPDATE tickets SET status = 'closed' WHERE tenant_id = $1 AND number % 100 = 0`, [agent.tenantId]);
    const from = performance.now();
    const started = await bulk(agent, { matching: 'sort=number', changes: { assigneeId: agent.id } });
    expect(started).toMatchObject({ state: 'queued', total: 1_000, position: 0 });
    const done = await ended(agent, started.id, 50_000);
    expect(performance.now() - from).toBeLessThan(10_000);
    expect(done).toMatchObject({ state: 'done', position: 1_000, counts: { changed: 990, refused: 10, skipped: 0 } });
    const types = (await readFeed(agent)).map(({ type, data }) => `${type} ${(data as TicketBody).id}`);
    expect([types.length, new Set(types).size]).toEqual([990, 990]);
    const refused = await itemsOf(agent, done.id, '&outcome=refused');
    expect(refused.map(({ code }) => code)).toEqual(Array<string>(10).fill('ILLEGAL_TRANSITION'));
    expect((await itemsOf(agent, done.id)).length).toBe(1_000);
  }, 60_000);

  it('are ten thousand at most', async () => {
    const agent = await (await newTenant(app)).join();
    await fill(agent, 10_001);
    const refused = bodyOf<Problem>(await agent.post('/tickets/bulk', { matching: '', changes: { priority: 'high' } }).expect(400));
    expect(refused.errors).toMatchObject([{ pointer: '/matching', code: 'TOO_LARGE' }]);
  });

  it('can be stopped on the way: what is done stays, the rest is left alone', async () => {
    const agent = await (await newTenant(app)).join();
    await fill(agent, 2_000);
    const { id } = await bulk(agent, { matching: '', changes: { priority: 'high' } });
    const cancelled = bodyOf<OperationBody>(await agent.post(`/operations/${id}/cancel`).expect(200));
    expect(cancelled).toMatchObject({ state: 'cancelled' });
    const changed = bodyOf<{ count: number }>(await agent.get('/tickets?priority=high&count=true')).count;
    expect(changed).toBe(cancelled.counts.changed);
    expect(changed).toBeLessThan(2_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(bodyOf<OperationBody>(await agent.get(`/operations/${id}`))).toEqual(cancelled);
  });

  it('stop with the reason where the member who started it goes or may no longer', async () => {
    const tenant = await newTenant(app);
    const [owner, leaving, demoted] = [await tenant.join({ role: 'owner' }), await tenant.join(), await tenant.join()];
    await fill(owner, 2_000);
    const operations = [await bulk(leaving, { matching: '', changes: { priority: 'high' } }), await bulk(demoted, { matching: '', changes: { addTags: ['x'] } })];
    await owner.post(`/members/${leaving.id}/deactivate`).expect(200);
    await owner.patch(`/members/${demoted.id}`, { role: 'viewer' }).expect(200);
    const after = await ended(demoted, operations[1]!.id);
    expect(after).toMatchObject({ state: 'failed', problem: { code: 'FORBIDDEN', detail: 'Your role does not include ticket:update.' } });
    await owner.post(`/members/${leaving.id}/reactivate`).expect(200);
    const rows = await behind(app, `SELECT 1 FROM operations WHERE id = $1 AND state = 'failed' AND problem_code = 'FORBIDDEN' AND problem_detail LIKE '%no longer active%'`, [operations[0]!.id]);
    expect(rows).toBe(1);
  });
});
