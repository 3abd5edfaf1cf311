import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import { TICKET_STATUSES, TICKET_TRANSITIONS, type TicketStatus } from '@kontor/contracts/tickets';
import type { TicketBody, TimelineEntryBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const agentOf = async () => (await newTenant(app)).join({ role: 'agent', name: 'Tom Becker' });
const create = async (person: Person, body: object = { subject: 'Oven' }) => bodyOf<TicketBody>(await person.post('/tickets', body).expect(201));
const history = async (person: Person, id: string) => bodyOf<{ items: TimelineEntryBody[] }>(await person.get(`/tickets/${id}/timeline?limit=100`).expect(200)).items.toReversed();

/** Statuses that only time or a merge can give are set from behind. */
async function put(id: string, status: TicketStatus): Promise<void> {
  await asSuperuser(app.database.superuserUrl, (client) => client.query('UPDATE tickets SET status = $2 WHERE id = $1', [id, status]));
}

describe('the transition table', () => {
  it.each(TICKET_STATUSES)('holds from %s to every status', async (from) => {
    const agent = await agentOf();
    for (const to of TICKET_STATUSES) {
      const { id } = await create(agent);
      await agent.post(`/tickets/${id}/assign`, { assigneeId: agent.id }).expect(200);
      await put(id, from);
      const answer = await agent.post(`/tickets/${id}/transition`, { status: to });
      const isAllowed = from === to || TICKET_TRANSITIONS[from].includes(to);
      expect([to, answer.status]).toEqual([to, isAllowed ? 200 : 409]);
      if (isAllowed) expect(bodyOf<TicketBody>(answer)).toMatchObject({ status: to, version: from === to ? 2 : 3 });
      else expect(bodyOf<Problem>(answer)).toMatchObject({ code: 'ILLEGAL_TRANSITION', allowed: TICKET_TRANSITIONS[from] });
    }
  });

  it('solves nothing that nobody answers for', async () => {
    const agent = await agentOf();
    const { id } = await create(agent);
    expect(bodyOf<Problem>(await agent.post(`/tickets/${id}/transition`, { status: 'solved' }).expect(409)).code).toBe('ASSIGNEE_REQUIRED');
  });

  it('keeps when a ticket was solved and closed, and forgets it when it opens again', async () => {
    const agent = await agentOf();
    const { id } = await create(agent);
    await agent.post(`/tickets/${id}/assign`, { assigneeId: agent.id }).expect(200);
    const move = async (status: string) => bodyOf<TicketBody>(await agent.post(`/tickets/${id}/transition`, { status }).expect(200));
    expect((await move('solved')).solvedAt).toMatch(/Z$/);
    expect((await move('open')).solvedAt).toBeNull();
    const solved = await move('solved');
    expect(await move('closed')).toMatchObject({ solvedAt: solved.solvedAt, closedAt: expect.stringMatching(/Z$/) });
  });

  it.each(['closed', 'merged'] as const)('leaves a %s ticket as it is', async (status) => {
    const agent = await agentOf();
    const { id } = await create(agent);
    await put(id, status);
    for (const answer of [
      agent.patch(`/tickets/${id}`, { subject: 'x' }),
      agent.post(`/tickets/${id}/assign`, { assigneeId: null }),
      agent.post(`/tickets/${id}/reply`, { body: 'x' }),
      agent.post(`/tickets/${id}/note`, { body: 'x' }),
    ]) {
      expect(bodyOf<Problem>(await answer.expect(409))).toMatchObject({ code: 'ILLEGAL_TRANSITION', allowed: [] });
    }
    expect(bodyOf<TicketBody>(await agent.get(`/tickets/${id}`))).toMatchObject({ version: 1, status });
  });
});

describe('history', () => {
  it('keeps actor, old and new of each field that changed, and of nothing else', async () => {
    const agent = await agentOf();
    const { id } = await create(agent, { subject: 'Oven', tags: ['b', 'A', 'ä'], requester: { email: 'rosa@school.test', name: 'Rosa' } });
    const steps: object[] = [
      { subject: 'Oven 3' },
      { subject: 'Oven 3', priority: 'normal', tags: ['ä', 'A', 'b'], requester: { email: 'ROSA@school.test' } },
      { priority: 'urgent' },
      { requester: { email: 'jan@school.test', name: 'Jan' } },
      { requester: null },
      { tags: ['c', 'B'] },
      { tags: [] },
    ];
    for (const step of steps) await agent.patch(`/tickets/${id}`, step).expect(200);
    const entries = await history(agent, id);
    expect(entries.map(({ field, from, to, author }) => [field, from, to, author.name])).toEqual([
      ['subject', 'Oven', 'Oven 3', 'Tom Becker'],
      ['priority', 'normal', 'urgent', 'Tom Becker'],
      ['requester', 'Rosa', 'Jan', 'Tom Becker'],
      ['requester', 'Jan', null, 'Tom Becker'],
      ['tags', expect.stringMatching(/^[Abä, ]{7}$/), 'B, c', 'Tom Becker'],
      ['tags', 'B, c', null, 'Tom Becker'],
    ]);
    expect(bodyOf<TicketBody>(await agent.get(`/tickets/${id}`)).version).toBe(1 + steps.length - 1);
  });

  it('pages through messages and changes of one moment without gap or double', async () => {
    const agent = await agentOf();
    const { id } = await create(agent);
    for (let n = 0; n < 12; n += 1) await agent.post(`/tickets/${id}/${n % 2 ? 'note' : 'reply'}`, { body: `Message ${n}` }).expect(201);
    await asSuperuser(app.database.superuserUrl, async (client) => {
      await client.query(`UPDATE ticket_messages SET created_at = '2026-01-01' WHERE ticket_id = $1`, [id]);
      await client.query(`UPDATE ticket_changes SET created_at = '2026-01-01' WHERE ticket_id = $1`, [id]);
    });
    const all = (await history(agent, id)).toReversed().map((entry) => entry.id);
    expect(all).toHaveLength(13);
    expect(await pages(agent, `/tickets/${id}/timeline?limit=3`)).toEqual(all);
  });
});

async function pages(person: Person, path: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: { id: string }[]; nextCursor: string | null } = bodyOf(await person.get(`${path}${cursor && `&cursor=${cursor}`}`).expect(200));
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}

describe('the list', () => {
  it.each(['-createdAt', 'createdAt', '-updatedAt', 'updatedAt', '-number', 'number', '-priority', 'priority'])('pages by %s over equal values without gap or double', async (sort) => {
    const agent = await agentOf();
    for (let n = 0; n < 11; n += 1) await create(agent, { subject: `Ticket ${n}`, priority: n % 3 ? 'low' : 'high' });
    await asSuperuser(app.database.superuserUrl, (client) =>
      client.query(`UPDATE tickets SET created_at = '2026-01-01T00:00:00.123456Z', updated_at = '2026-01-01T00:00:00.123457Z' WHERE tenant_id = $1 AND number > 2`, [agent.tenantId]),
    );
    const whole = bodyOf<{ items: TicketBody[]; nextCursor: null; count: number }>(await agent.get(`/tickets?sort=${sort}&limit=100&count=true`).expect(200));
    expect([whole.items.length, whole.count, whole.nextCursor]).toEqual([11, 11, null]);
    expect(await pages(agent, `/tickets?sort=${sort}&limit=4`)).toEqual(whole.items.map(({ id }) => id));
    const another = sort === 'number' ? '-number' : 'number';
    const { nextCursor } = bodyOf<{ nextCursor: string }>(await agent.get(`/tickets?sort=${sort}&limit=4`));
    await agent.get(`/tickets?sort=${another}&cursor=${nextCursor}`).expect(400);
  });

  it('filters by each of its fields and by several at once', async () => {
    const tenant = await newTenant(app);
    const [agent, other] = [await tenant.join({ role: 'agent' }), await tenant.join({ role: 'agent' })];
    const oven = await create(agent, { subject: 'Oven', priority: 'urgent', tags: ['heat', 'x'], requester: { email: 'rosa@school.test' } });
    const fridge = await create(agent, { subject: 'Fridge', priority: 'low', tags: ['cold'] });
    await agent.post(`/tickets/${oven.id}/assign`, { assigneeId: other.id }).expect(200);
    const open = bodyOf<TicketBody>(await agent.post(`/tickets/${oven.id}/transition`, { status: 'open' }).expect(200));
    const found = async (query: string) => bodyOf<{ items: TicketBody[] }>(await agent.get(`/tickets?sort=number&${query}`).expect(200)).items.map(({ subject }) => subject);
    const expected: [string, string[]][] = [
      ['status=open', ['Oven']], ['status=new', ['Fridge']], ['status=new,open', ['Oven', 'Fridge']], ['status=closed', []],
      ['priority=urgent,high', ['Oven']], ['assignee=none', ['Fridge']], [`assignee=${other.id}`, ['Oven']], ['assignee=me', []],
      ['tag=heat', ['Oven']], ['tag=HEAT', []], [`requester=${oven.requester!.id}`, ['Oven']], ['number=2', ['Fridge']],
      [`createdAfter=${fridge.createdAt}`, ['Fridge']], [`createdBefore=${fridge.createdAt}`, ['Oven']],
      [`updatedAfter=${open.updatedAt}`, ['Oven']], [`updatedBefore=${open.updatedAt}`, ['Fridge']],
      [`status=open&priority=urgent&assignee=${other.id}&tag=x&createdAfter=2020-01-01`, ['Oven']], ['status=open&tag=cold', []],
      ['createdAfter=2099-01-01', []], ['createdBefore=2020-01-01T00:00:00%2B02:00', []],
    ];
    for (const [query, subjects] of expected) expect([query, await found(query)]).toEqual([query, subjects]);
    expect(bodyOf<{ items: object[] }>(await agent.get('/tickets/tags')).items).toEqual([{ tag: 'cold', count: 1 }, { tag: 'heat', count: 1 }, { tag: 'x', count: 1 }]);
  });
});

describe('numbers', () => {
  it('of 100 tickets made at once are 100', async () => {
    const agent = await agentOf();
    const made = await Promise.all(Array.from({ length: 100 }, (_, n) => create(agent, { subject: `At once ${n}` })));
    expect(made.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  });

  it('begin at 1 in every tenant and are never given again', async () => {
    const [one, two] = [await agentOf(), await agentOf()];
    expect([(await create(one)).number, (await create(one)).number, (await create(two)).number]).toEqual([1, 2, 1]);
  });
});

describe('requesters', () => {
  it('of one address written in many ways, at once, are one contact', async () => {
    const agent = await agentOf();
    const made = await Promise.all(['Rosa@School.test', 'rosa@school.test', ' ROSA@SCHOOL.TEST '].flatMap((email) => [1, 2, 3].map(() => create(agent, { subject: 'x', requester: { email } }))));
    expect(new Set(made.map(({ requester }) => requester?.id)).size).toBe(1);
    expect(bodyOf<{ count: number }>(await agent.get('/contacts?count=true')).count).toBe(1);
  });
});
