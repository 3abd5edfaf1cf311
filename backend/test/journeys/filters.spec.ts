import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Problem } from '@kontor/contracts/errors';
import { isGroup, partsOf, type FilterCondition, type TicketFilter } from '@kontor/contracts/ticket-filter';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '@kontor/contracts/tickets';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';

const ROWS = 60;
const DAY = 86_400_000;
const SUBJECTS = ['Oven 3 drifts', 'Kue lapis', 'ÄPFEL late', 'Invoice 100%', 'under_score'];

let app: TestApp;
let agent: Person;
let others: string[];
let teams: string[];
let rows: TicketBody[];
beforeAll(async () => {
  app = await startApp();
  const tenant = await newTenant(app);
  agent = await tenant.join({ role: 'agent' });
  others = [(await tenant.join()).id, (await tenant.join()).id];
  const owner = await tenant.join({ role: 'owner' });
  const team = async (name: string, memberIds: string[]) => bodyOf<{ id: string }>(await owner.post('/teams', { name, memberIds }).expect(201)).id;
  teams = [await team('Mine', [agent.id]), await team('Others', others)];
  await furnish();
  rows = bodyOf<{ items: TicketBody[] }>(await agent.get('/tickets?limit=100').expect(200)).items;
});
afterAll(() => app.close());

async function furnish(): Promise<void> {
  const { tenantId } = agent;
  await behind(app, `INSERT INTO contacts (tenant_id, name, email) SELECT $1::uuid, 'C' || n, 'c' || n || '@b.test' FROM generate_series(1, 3) n`, [tenantId]);
  await behind(app, `INSERT INTO tickets (tenant_id, number, subject, status, priority, channel, requester_id, assignee_id, created_by, team_id, created_at, updated_at, solved_at)
    SELECT $1::uuid, n, ($5::text[])[1 + n % 5], ($3::text[])[1 + n % 7], ($4::text[])[1 + n % 4], (ARRAY['web', 'api', 'email', 'phone'])[1 + n / 3 % 4],
      (SELECT array_agg(id) FROM contacts WHERE tenant_id = $1)[n % 4], ($2::uuid[])[n % 5], ($2::uuid[])[1 + n % 2], ($6::uuid[])[n % 3],
      now() - n * interval '9 hours', now() - n * interval '5 hours', CASE WHEN n % 3 = 0 THEN now() - n * interval '3 hours' END
    FROM generate_series(1, ${ROWS}) n`, [tenantId, [agent.id, ...others], TICKET_STATUSES, TICKET_PRIORITIES, SUBJECTS, teams]);
  await behind(app, `INSERT INTO ticket_tags (tenant_id, ticket_id, tag) SELECT tenant_id, id, tag FROM tickets, unnest(ARRAY['a', 'b', 'Ü']) WITH ORDINALITY AS g (tag, place) WHERE tenant_id = $1 AND number % (place + 1) = 0`, [tenantId]);
}

/** What a field of the ticket is, `null` where it is empty. */
const FIELDS: Record<string, (ticket: TicketBody) => string | number | null> = {
  status: ({ status }) => status,
  priority: ({ priority }) => priority,
  channel: ({ channel }) => channel,
  assignee: ({ assignee }) => assignee?.id ?? null,
  team: ({ team }) => team?.id ?? null,
  requester: ({ requester }) => requester?.id ?? null,
  company: () => null,
  createdBy: ({ createdBy }) => createdBy?.id ?? null,
  subject: ({ subject }) => subject.toLowerCase(),
  number: ({ number }) => number,
  createdAt: ({ createdAt }) => Date.parse(createdAt),
  updatedAt: ({ updatedAt }) => Date.parse(updatedAt),
  solvedAt: ({ solvedAt }) => (solvedAt ? Date.parse(solvedAt) : null),
};

/** The same question asked of one ticket in TypeScript. */
function holds(filter: TicketFilter, ticket: TicketBody, now: number): boolean {
  if (!isGroup(filter)) return holdsOne(filter, ticket, now);
  const answers = partsOf(filter).map((part) => holds(part, ticket, now));
  return 'all' in filter ? answers.every(Boolean) : answers.some(Boolean);
}

function holdsOne({ field, op, value }: FilterCondition, ticket: TicketBody, now: number): boolean {
  const list = Array.isArray(value) ? (value as string[]).map((one) => (one === 'me' ? agent.id : one === 'mine' ? teams[0] : one)) : [];
  if (field === 'tags') {
    const isAny = ticket.tags.some((tag) => list.includes(tag));
    return { has: isAny, hasNot: !isAny, isEmpty: ticket.tags.length === 0, isNotEmpty: ticket.tags.length > 0 }[op as 'has'];
  }
  const is = FIELDS[field]!(ticket);
  const at = typeof value === 'string' ? Date.parse(value) : 0;
  const begins = now - Number(value) * DAY;
  const holding: Partial<Record<typeof op, boolean>> = {
    is: list.includes(String(is)),
    isNot: !list.includes(String(is)),
    isEmpty: is === null,
    isNotEmpty: is !== null,
    contains: is !== null && String(is).includes(String(value).toLowerCase()),
    notContains: is === null || !String(is).includes(String(value).toLowerCase()),
    equals: is === value,
    atLeast: is !== null && Number(is) >= Number(value),
    atMost: is !== null && Number(is) <= Number(value),
    after: is !== null && Number(is) >= at,
    before: is !== null && Number(is) < at,
    withinDays: is !== null && Number(is) >= begins,
    notWithinDays: is === null || Number(is) < begins,
  };
  return holding[op]!;
}

/** Random filters over what the rows hold, and a little more. */
function filters(): fc.Arbitrary<TicketFilter> {
  const some = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });
  const people = ['me', agent.id, ...others, '01a1f9fb-fd3f-777e-b8de-0f4cadd32e02'];
  const contacts = [...new Set(rows.map(({ requester }) => requester?.id).filter((id) => id !== undefined))];
  const instants = rows.map(({ createdAt }) => createdAt.replace(/\.\d+Z$/, 'Z'));
  const condition = (fields: string[], ops: string[], value?: fc.Arbitrary<unknown>) =>
    fc.record({ field: fc.constantFrom(...fields), op: fc.constantFrom(...ops), ...(value && { value }) });
  const one = fc.oneof(
    condition(['status'], ['is', 'isNot'], some(TICKET_STATUSES)),
    condition(['priority'], ['is', 'isNot'], some(TICKET_PRIORITIES)),
    condition(['channel'], ['is', 'isNot'], some(['web', 'api', 'email', 'phone'])),
    condition(['assignee', 'createdBy'], ['is', 'isNot'], some(people)),
    condition(['company'], ['is', 'isNot'], some([agent.id])),
    condition(['team'], ['is', 'isNot'], some(['mine', ...teams])),
    condition(['requester'], ['is', 'isNot'], some(contacts)),
    condition(['assignee', 'team', 'requester', 'company', 'solvedAt', 'tags'], ['isEmpty', 'isNotEmpty']),
    condition(['tags'], ['has', 'hasNot'], some(['a', 'b', 'Ü', 'none such'])),
    condition(['subject'], ['contains', 'notContains'], fc.constantFrom('oven', 'OVEN', 'äpf', '%', '_', "'", '?', '$1', 'x')),
    condition(['number'], ['equals', 'atLeast', 'atMost'], fc.oneof(fc.integer({ min: -1, max: ROWS + 1 }), fc.constantFrom(7.5, 1e20))),
    condition(['createdAt', 'updatedAt', 'solvedAt'], ['after', 'before'], fc.constantFrom(...instants)),
    condition(['createdAt', 'updatedAt', 'solvedAt'], ['withinDays', 'notWithinDays'], fc.integer({ min: 1, max: 30 })),
  ) as fc.Arbitrary<FilterCondition>;
  const group = (part: fc.Arbitrary<TicketFilter>): fc.Arbitrary<TicketFilter> => {
    const parts = fc.array(part, { minLength: 1, maxLength: 3 });
    return fc.oneof(parts.map((all) => ({ all })), parts.map((any) => ({ any })));
  };
  return fc.oneof(one, group(fc.oneof(one, group(fc.oneof(one, group(one))))).filter((filter) => JSON.stringify(filter).split('"op"').length <= 21));
}

const listed = async (filter: unknown, more = '') => agent.get(`/tickets?limit=100&filter=${encodeURIComponent(JSON.stringify(filter))}${more}`);

describe('a nested filter', () => {
  it('chooses what the same question asked in TypeScript chooses', async () => {
    await fc.assert(
      fc.asyncProperty(filters(), async (filter) => {
        const answer = await listed(filter);
        expect([filter, answer.status]).toEqual([filter, 200]);
        const expected = rows.filter((ticket) => holds(filter, ticket, Date.now())).map(({ number }) => number);
        expect(bodyOf<{ items: TicketBody[] }>(answer).items.map(({ number }) => number)).toEqual(expected);
      }),
      { numRuns: 300, seed: 20_261_121 },
    );
  });

  it('goes together with the plain filters, the count and paging', async () => {
    const filter = { any: [{ field: 'tags', op: 'has', value: ['a'] }, { field: 'assignee', op: 'isEmpty' }] };
    const wanted = rows.filter((ticket) => ticket.status === 'open' && holds(filter as TicketFilter, ticket, 0));
    const first = bodyOf<{ items: TicketBody[]; nextCursor: string; count: number }>(await agent.get(`/tickets?status=open&limit=2&count=true&filter=${encodeURIComponent(JSON.stringify(filter))}`).expect(200));
    expect([first.count, first.items.map(({ id }) => id)]).toEqual([wanted.length, wanted.slice(0, 2).map(({ id }) => id)]);
    const second = bodyOf<{ items: TicketBody[] }>(await listed(filter, `&status=open&cursor=${first.nextCursor}`));
    expect(second.items.map(({ id }) => id)).toEqual(wanted.slice(2).map(({ id }) => id));
  });

  it('takes a day as one of the reader’s zone', async () => {
    await behind(app, `UPDATE tickets SET solved_at = '2026-03-01T22:59:59.999999Z' WHERE tenant_id = $1 AND number = 1`, [agent.tenantId]);
    await behind(app, `UPDATE tickets SET solved_at = '2026-03-01T23:00:00Z' WHERE tenant_id = $1 AND number = 2`, [agent.tenantId]);
    await behind(app, `UPDATE users SET time_zone = 'Europe/Berlin' WHERE id = $1`, [agent.id]);
    const found = async (op: string) => bodyOf<{ items: TicketBody[] }>(await listed({ all: [{ field: 'solvedAt', op, value: '2026-03-02' }, { field: 'number', op: 'atMost', value: 2 }] })).items.map(({ number }) => number);
    expect([await found('after'), await found('before')]).toEqual([[2], [1]]);
  });
});

const status = { field: 'status', op: 'is', value: ['open'] };
const REFUSED: [unknown, string, string][] = [
  [null, '', 'INVALID_TYPE'], [[], '', 'INVALID_TYPE'], ['x', '', 'INVALID_TYPE'], [{}, '/field', 'REQUIRED'],
  [{ all: [] }, '/all', 'TOO_SHORT'], [{ any: {} }, '/any', 'INVALID_TYPE'], [{ all: [status], any: [status] }, '/any', 'UNKNOWN_FIELD'],
  [{ all: [status, { any: [{ ...status, op: 'like' }] }] }, '/all/1/any/0/op', 'INVALID_VALUE'],
  [{ all: [{ ...status, field: 'secret' }] }, '/all/0/field', 'INVALID_VALUE'], [{ ...status, field: 'toString' }, '/field', 'INVALID_VALUE'],
  [{ ...status, op: 'toString' }, '/op', 'INVALID_VALUE'], [{ ...status, more: 1 }, '/more', 'UNKNOWN_FIELD'],
  [{ ...status, op: 'contains', value: 'x' }, '/op', 'INVALID_VALUE'], [{ ...status, value: ['open', 'nap'] }, '/value/1', 'INVALID_VALUE'],
  [{ ...status, value: 'open' }, '/value', 'INVALID_TYPE'], [{ ...status, value: [] }, '/value', 'REQUIRED'], [{ ...status, value: [1] }, '/value/0', 'INVALID_TYPE'],
  [{ field: 'assignee', op: 'is', value: ['you'] }, '/value/0', 'INVALID_VALUE'], [{ field: 'requester', op: 'is', value: ['me'] }, '/value/0', 'INVALID_VALUE'],
  [{ field: 'assignee', op: 'isEmpty', value: [] }, '/value', 'UNKNOWN_FIELD'], [{ field: 'subject', op: 'contains', value: '\u0000' }, '/value', 'INVALID_FORMAT'],
  [{ field: 'createdAt', op: 'after', value: '2026-02-30' }, '/value', 'INVALID_FORMAT'], [{ field: 'createdAt', op: 'withinDays', value: 0.5 }, '/value', 'INVALID_VALUE'],
  [{ all: [{ any: [{ all: [{ any: [status] }] }] }] }, '/all/0/any/0/all/0', 'TOO_LONG'], [{ any: Array(21).fill(status) }, '/any/20', 'TOO_LONG'],
];

describe('what is no filter is 400 at its pointer', () => {
  it.each(REFUSED)('%j', async (filter, pointer, code) => {
    const answer = await listed(filter);
    expect(bodyOf<Problem>(answer)).toMatchObject({ status: 400, code: 'VALIDATION_FAILED', errors: [{ pointer: `?filter${pointer}`, code }] });
  });

  it('also where it is no JSON', async () => {
    expect(bodyOf<Problem>(await agent.get('/tickets?filter=%7Ball').expect(400)).errors).toEqual([{ pointer: '?filter', code: 'INVALID_FORMAT', message: expect.any(String) }]);
  });
});
