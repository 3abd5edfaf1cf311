import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { TicketBody, TimelineEntryBody } from '../../src/tickets/ticket.shape.ts';
import type { RelationsBody } from '../../src/tickets/relations/relations.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { readFeed } from '../support/events.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const agentOf = async () => (await newTenant(app)).join({ role: 'agent', name: 'Tom Becker' });
const create = async (person: Person, subject: string, requester?: string) =>
  bodyOf<TicketBody>(await person.post('/tickets', { subject, body: `${subject} says`, ...(requester && { requester: { email: requester } }) }).expect(201));
const reply = async (person: Person, id: string, body: string) => person.post(`/tickets/${id}/reply`, { body }).expect(201);
const merge = async (person: Person, id: string, into: string) => bodyOf<TicketBody>(await person.post(`/tickets/${id}/merge`, { into }).expect(200));
const unmerge = async (person: Person, id: string) => bodyOf<TicketBody>(await person.post(`/tickets/${id}/unmerge`).expect(200));
const read = async (person: Person, id: string) => bodyOf<TicketBody>(await person.get(`/tickets/${id}`).expect(200));
const relations = async (person: Person, id: string) => bodyOf<RelationsBody>(await person.get(`/tickets/${id}/relations`).expect(200));
const timeline = async (person: Person, id: string) =>
  bodyOf<{ items: TimelineEntryBody[] }>(await person.get(`/tickets/${id}/timeline?limit=100`).expect(200)).items.toReversed();
const messages = async (person: Person, id: string) => (await timeline(person, id)).flatMap(({ body }) => (body === null ? [] : [body]));
const codeOf = async (answer: PromiseLike<unknown>) => bodyOf<Problem>((await answer) as never).code;

describe('merging', () => {
  it('moves what was said with author, time and origin, and the requester comes along in copy', async () => {
    const agent = await agentOf();
    const [source, target] = [await create(agent, 'A', 'rosa@school.test'), await create(agent, 'B', 'jan@school.test')];
    const before = (await timeline(agent, source.id))[0]!;
    expect(await merge(agent, source.id, target.id)).toMatchObject({ status: 'merged', requester: source.requester });
    const moved = (await timeline(agent, target.id)).find(({ id }) => id === before.id)!;
    expect(moved).toEqual({ ...before, ticket: { id: source.id, number: source.number } });
    expect(await messages(agent, source.id)).toEqual([]);
    const around = await relations(agent, target.id);
    expect([around.participants, around.mergedFrom.map(({ number }) => number)]).toEqual([[source.requester], [source.number]]);
    expect((await relations(agent, source.id)).mergedInto).toMatchObject({ id: target.id, number: target.number, subject: 'B' });
    const told = (await timeline(agent, target.id)).find(({ field }) => field === 'merged_from')!;
    expect(told).toMatchObject({ from: null, to: String(source.number), ticket: { id: source.id }, author: { name: 'Tom Becker' } });
  });

  it('of a chain leads to its end, and each is undone on its own, in any order', async () => {
    const agent = await agentOf();
    const [a, b, c] = [await create(agent, 'A', 'a@school.test'), await create(agent, 'B', 'b@school.test'), await create(agent, 'C', 'c@school.test')];
    await merge(agent, a.id, b.id);
    await reply(agent, b.id, 'B later');
    await merge(agent, b.id, c.id);
    expect(await messages(agent, c.id)).toEqual(['A says', 'B says', 'C says', 'B later']);
    expect((await relations(agent, a.id)).mergedInto?.id).toBe(c.id);
    expect((await relations(agent, c.id)).participants.map(({ email }) => email)).toEqual(['a@school.test', 'b@school.test']);
    await reply(agent, c.id, 'C later');
    await unmerge(agent, a.id);
    expect([await messages(agent, a.id), await messages(agent, b.id), await messages(agent, c.id)]).toEqual([['A says'], [], ['B says', 'C says', 'B later', 'C later']]);
    await merge(agent, a.id, c.id);
    await unmerge(agent, b.id);
    expect([await messages(agent, b.id), await messages(agent, c.id)]).toEqual([['B says', 'B later'], ['A says', 'C says', 'C later']]);
    expect((await relations(agent, c.id)).participants.map(({ email }) => email)).toEqual(['a@school.test']);
    await unmerge(agent, a.id);
    await merge(agent, a.id, b.id);
    await merge(agent, b.id, c.id);
    await unmerge(agent, b.id);
    expect([await messages(agent, b.id), await messages(agent, c.id)]).toEqual([['A says', 'B says', 'B later'], ['C says', 'C later']]);
    expect([(await relations(agent, b.id)).participants.map(({ email }) => email), (await relations(agent, c.id)).participants]).toEqual([['a@school.test'], []]);
  });

  it('undone brings status, preview and requester back, and what was said since stays', async () => {
    const agent = await agentOf();
    const [source, target] = [await create(agent, 'A', 'rosa@school.test'), await create(agent, 'B')];
    await agent.post(`/tickets/${source.id}/assign`, { assigneeId: agent.id }).expect(200);
    const solved = bodyOf<TicketBody>(await agent.post(`/tickets/${source.id}/transition`, { status: 'solved' }).expect(200));
    await merge(agent, source.id, target.id);
    await reply(agent, target.id, 'Since then');
    await agent.post(`/tickets/${target.id}/note`, { body: 'A note since' }).expect(201);
    const back = await unmerge(agent, source.id);
    expect(back).toMatchObject({ status: 'solved', solvedAt: solved.solvedAt, preview: 'A says', requester: source.requester, assignee: { id: agent.id } });
    expect(await messages(agent, source.id)).toEqual(['A says']);
    expect(await messages(agent, target.id)).toEqual(['B says', 'Since then', 'A note since']);
    expect((await read(agent, target.id)).preview).toBe('Since then');
    expect((await relations(agent, target.id)).participants).toEqual([]);
    for (const id of [source.id, target.id]) {
      const told = (await timeline(agent, id)).filter(({ field }) => field?.startsWith('merged'));
      expect(told.map(({ from, to }) => [from === null, to === null])).toEqual([[true, false], [false, true]]);
    }
  });

  it('is refused into itself, from and into what is closed or merged, and what is merged cannot be answered', async () => {
    const agent = await agentOf();
    const [a, b, merged, closed] = [await create(agent, 'A'), await create(agent, 'B'), await create(agent, 'M'), await create(agent, 'X')];
    await agent.post(`/tickets/${closed.id}/assign`, { assigneeId: agent.id }).expect(200);
    for (const status of ['solved', 'closed']) await agent.post(`/tickets/${closed.id}/transition`, { status }).expect(200);
    await merge(agent, merged.id, b.id);
    expect(await codeOf(agent.post(`/tickets/${a.id}/merge`, { into: a.id.toUpperCase() }).expect(422))).toBe('MERGE_INTO_ITSELF');
    for (const [from, into] of [[a, merged], [a, closed], [merged, a], [closed, a], [b, merged]] as const) {
      expect(await codeOf(agent.post(`/tickets/${from.id}/merge`, { into: into.id }).expect(409))).toBe('ILLEGAL_TRANSITION');
    }
    expect(await codeOf(agent.post(`/tickets/${a.id}/unmerge`).expect(409))).toBe('ILLEGAL_TRANSITION');
    await agent.post(`/tickets/${merged.id}/reply`, { body: 'x' }).expect(409);
    await agent.post(`/tickets/${merged.id}/transition`, { status: 'open' }).expect(409);
    await agent.post(`/tickets/${a.id}/merge`, { into: b.id }).set('if-match', '"9"').expect(412);
    await agent.post(`/tickets/${merged.id}/unmerge`).set('if-match', '"9"').expect(412);
    await agent.post(`/tickets/${b.id}/assign`, { assigneeId: agent.id }).expect(200);
    for (const status of ['solved', 'closed']) await agent.post(`/tickets/${b.id}/transition`, { status }).expect(200);
    expect(await codeOf(agent.post(`/tickets/${merged.id}/unmerge`).expect(409))).toBe('ILLEGAL_TRANSITION');
  });

  it('of two into each other at once goes one way, twenty times', async () => {
    const agent = await agentOf();
    for (let n = 0; n < 20; n += 1) {
      const [a, b] = [await create(agent, 'A'), await create(agent, 'B')];
      const answers = await Promise.all([agent.post(`/tickets/${a.id}/merge`, { into: b.id }), agent.post(`/tickets/${b.id}/merge`, { into: a.id })]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const [holder, empty] = answers[0].status === 200 ? [b, a] : [a, b];
      expect([(await messages(agent, holder.id)).sort(), await messages(agent, empty.id)]).toEqual([['A says', 'B says'], []]);
    }
  }, 60_000);

  it('of a chain that changes while it is undone gives each its own back, five times', async () => {
    const agent = await agentOf();
    const [a, b, c] = [await create(agent, 'A'), await create(agent, 'B'), await create(agent, 'C')];
    for (let n = 0; n < 5; n += 1) {
      await merge(agent, a.id, b.id);
      await Promise.all([unmerge(agent, a.id), merge(agent, b.id, c.id)]);
      await merge(agent, a.id, c.id);
      await unmerge(agent, b.id);
      await unmerge(agent, a.id);
      await merge(agent, a.id, b.id);
      await merge(agent, b.id, c.id);
      await Promise.all([unmerge(agent, b.id), unmerge(agent, a.id)]);
      expect([await messages(agent, a.id), await messages(agent, b.id), await messages(agent, c.id)]).toEqual([['A says'], ['B says'], ['C says']]);
    }
  });

  it('tells sockets and feed of both tickets, once', async () => {
    const agent = await agentOf();
    const [a, b] = [await create(agent, 'A'), await create(agent, 'B')];
    await merge(agent, a.id, b.id);
    await unmerge(agent, a.id);
    const { items } = bodyOf<{ items: { type: string; data: { id: string } }[] }>(await agent.get('/events?channel=tickets:updates&after=2').expect(200));
    expect(items.map(({ type, data }) => [type, data.id])).toEqual([
      ['ticket_updated', b.id], ['ticket_merged', a.id], ['ticket_updated', b.id], ['ticket_unmerged', a.id],
    ]);
  });
});

describe('who may not see a ticket', () => {
  it('neither merges nor unmerges it, and is told nothing of it where it is named', async () => {
    const tenant = await newTenant(app);
    const [agent, narrow] = [await tenant.join({ role: 'agent' }), await tenant.join({ role: 'agent', visibility: 'own' })];
    const [own, hidden, other] = [await create(narrow, 'Own'), await create(agent, 'Hidden', 'rosa@school.test'), await create(agent, 'Other')];
    await narrow.post(`/tickets/${hidden.id}/merge`, { into: own.id }).expect(404);
    const refused = await narrow.post(`/tickets/${own.id}/merge`, { into: hidden.id }).expect(400);
    expect(bodyOf<Problem>(refused).errors).toMatchObject([{ pointer: '/into', code: 'NOT_FOUND' }]);
    await merge(agent, hidden.id, own.id);
    const entries = await timeline(narrow, own.id);
    expect(entries.map(({ body, field, to, ticket }) => [body ?? field, to, ticket])).toEqual([['Own says', null, null], ['Hidden says', null, null], ['merged_from', '', null]]);
    expect((await relations(narrow, own.id)).mergedFrom).toEqual([]);
    await merge(agent, own.id, other.id);
    expect((await relations(narrow, own.id)).mergedInto).toBeNull();
    for (const path of [`/tickets/${own.id}`, '/tickets', '/events?channel=tickets:updates']) {
      expect((await narrow.get(path).expect(200)).text).not.toContain(other.id);
    }
    await narrow.post(`/tickets/${own.id}/unmerge`).expect(409);
  });

  it('of another tenant meets an unknown id', async () => {
    const [one, two] = [await agentOf(), await agentOf()];
    const [mine, theirs] = [await create(one, 'Mine'), await create(two, 'Theirs')];
    const steps: [string, object, string][] = [
      ['merge', { into: theirs.id }, '/into'], ['link', { ticketId: theirs.id, kind: 'related' }, '/ticketId'], ['unlink', { ticketId: theirs.id }, '/ticketId'],
      ['split', { messageIds: [(await timeline(two, theirs.id))[0]!.id], subject: 'x' }, '/messageIds/0'],
    ];
    for (const [verb, body, pointer] of steps) {
      expect(bodyOf<Problem>(await one.post(`/tickets/${mine.id}/${verb}`, body).expect(400)).errors).toMatchObject([{ pointer, code: 'NOT_FOUND' }]);
      await one.post(`/tickets/${theirs.id}/${verb}`, body).expect(404);
    }
  });
});

describe('splitting', () => {
  it('makes a linked ticket of the chosen messages, and merging it back undoes it', async () => {
    const agent = await agentOf();
    const ticket = bodyOf<TicketBody>(await agent.post('/tickets', { subject: 'Two things', body: 'Oven', priority: 'high', tags: ['heat'], requester: { email: 'rosa@school.test' } }).expect(201));
    await reply(agent, ticket.id, 'About the oven');
    await reply(agent, ticket.id, 'About the fridge');
    const chosen = (await timeline(agent, ticket.id)).filter(({ body }) => body === 'About the fridge').map(({ id }) => id);
    const answer = await agent.post(`/tickets/${ticket.id}/split`, { messageIds: chosen, subject: 'Fridge' }).expect(201);
    const part = bodyOf<TicketBody>(answer);
    expect(answer.headers['location']).toBe(`/api/v1/tickets/${part.id}`);
    expect(part).toMatchObject({ subject: 'Fridge', status: 'new', priority: 'high', tags: ['heat'], requester: ticket.requester, preview: 'About the fridge', number: 2 });
    expect([await messages(agent, ticket.id), await messages(agent, part.id)]).toEqual([['Oven', 'About the oven'], ['About the fridge']]);
    expect((await read(agent, ticket.id)).preview).toBe('About the oven');
    expect((await relations(agent, part.id)).links).toMatchObject([{ kind: 'related', ticket: { id: ticket.id } }]);
    await merge(agent, part.id, ticket.id);
    expect(await messages(agent, ticket.id)).toEqual(['Oven', 'About the oven', 'About the fridge']);
  });

  it('of what came with a merged ticket is its writer’s, told on both, and stays where the merge is undone', async () => {
    const agent = await agentOf();
    const [source, target] = [await create(agent, 'A', 'rosa@school.test'), await create(agent, 'B', 'jan@school.test')];
    await merge(agent, source.id, target.id);
    const messageIds = (await timeline(agent, target.id)).filter(({ body }) => body === 'A says').map(({ id }) => id);
    const part = bodyOf<TicketBody>(await agent.post(`/tickets/${target.id}/split`, { messageIds, subject: 'Fridge' }).expect(201));
    expect(part.requester).toEqual(source.requester);
    expect((await readFeed(agent)).slice(-2).map(({ type, data }) => [type, (data as TicketBody).id])).toEqual([['ticket_split', target.id], ['ticket_created', part.id]]);
    // Its own from then on, also where both are merged into the same ticket.
    await merge(agent, part.id, target.id);
    for (const { id } of [source, part]) await unmerge(agent, id);
    expect([await messages(agent, source.id), await messages(agent, part.id)]).toEqual([[], ['A says']]);
  });

  it('refuses none, the messages of another ticket, and what is closed or merged', async () => {
    const agent = await agentOf();
    const [a, b] = [await create(agent, 'A'), await create(agent, 'B')];
    const ids = (await timeline(agent, b.id)).map(({ id }) => id);
    for (const [messageIds, pointer] of [[[], '/messageIds'], [ids, '/messageIds/0']] as const) {
      expect(bodyOf<Problem>(await agent.post(`/tickets/${a.id}/split`, { messageIds, subject: 'x' }).expect(400)).errors?.[0]?.pointer).toBe(pointer);
    }
    await merge(agent, a.id, b.id);
    await agent.post(`/tickets/${a.id}/split`, { messageIds: ids, subject: 'x' }).expect(409);
    expect(bodyOf<{ count: number }>(await agent.get('/tickets?count=true')).count).toBe(2);
  });
});
