import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { FieldBody } from '../../src/tickets/fields/field.shape.ts';
import type { TicketBody, TimelineEntryBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const FIELDS = [
  { key: 'room', label: 'Room', kind: 'text' },
  { key: 'portions', label: 'Portions', kind: 'integer', requiredToSolve: true },
  { key: 'cost', label: 'Cost', kind: 'decimal' },
  { key: 'urgent_delivery', label: 'Urgent delivery', kind: 'boolean' },
  { key: 'delivery', label: 'Delivery', kind: 'date' },
  { key: 'kitchen', label: 'Kitchen', kind: 'choice', options: ['North', 'South'] },
  { key: 'allergens', label: 'Allergens', kind: 'choices', options: ['nuts', 'milk', 'sesame'] },
];
const VALUES = { room: 'B12', portions: 410, cost: '12.50', urgent_delivery: true, delivery: '2026-11-25', kitchen: 'South', allergens: ['sesame', 'nuts'] };
const KEPT = { ...VALUES, cost: '12.5', allergens: ['nuts', 'sesame'] };

async function workspace(): Promise<{ owner: Person; agent: Person; fields: Record<string, FieldBody> }> {
  const tenant = await newTenant(app);
  const [owner, agent] = [await tenant.join({ role: 'owner' }), await tenant.join({ role: 'agent', name: 'Tom Becker' })];
  const fields: Record<string, FieldBody> = {};
  for (const field of FIELDS) fields[field.key] = bodyOf<FieldBody>(await owner.post('/fields', field).expect(201));
  return { owner, agent, fields };
}
const create = async (person: Person, fields: object = {}, subject = 'x') => bodyOf<TicketBody>(await person.post('/tickets', { subject, fields }).expect(201));
const errors = (answer: unknown) => bodyOf<Problem>(answer as never).errors?.map(({ pointer, code }) => `${pointer} ${code}`);

describe('values', () => {
  it('are given to a new ticket, changed and taken away, and stand in its history by their names', async () => {
    const { agent } = await workspace();
    const ticket = await create(agent, VALUES);
    expect(ticket.fields).toEqual(KEPT);
    const changed = bodyOf<TicketBody>(await agent.patch(`/tickets/${ticket.id}`, { fields: { room: null, portions: 400, kitchen: 'South' } }).expect(200));
    const { room: _, ...others } = KEPT;
    expect([changed.fields, changed.version]).toEqual([{ ...others, portions: 400 }, 2]);
    expect(bodyOf<{ items: TicketBody[] }>(await agent.get('/tickets').expect(200)).items[0]!.fields).toEqual(changed.fields);
    const { items } = bodyOf<{ items: TimelineEntryBody[] }>(await agent.get(`/tickets/${ticket.id}/timeline`).expect(200));
    expect(items.map(({ field, label, from, to }) => [field, label, from, to]).sort()).toEqual([['field', 'Portions', '410', '400'], ['field', 'Room', 'B12', null]]);
    await agent.patch(`/tickets/${ticket.id}`, { fields: { room: null, portions: 400 } }).expect(200);
    expect(bodyOf<TicketBody>(await agent.get(`/tickets/${ticket.id}`)).version).toBe(2);
  });

  it('are refused each at its pointer, and then nothing is written', async () => {
    const { agent } = await workspace();
    const wrong = { room: 1, portions: '4', cost: 1.5, urgent_delivery: 'yes', delivery: '2026-02-30', kitchen: 'West', allergens: ['wheat'], unknown: 1, 'a/b': 1 };
    const expected = ['/fields/room INVALID_TYPE', '/fields/portions INVALID_TYPE', '/fields/cost INVALID_TYPE', '/fields/urgent_delivery INVALID_TYPE', '/fields/delivery INVALID_FORMAT', '/fields/kitchen INVALID_VALUE', '/fields/allergens INVALID_VALUE', '/fields/unknown UNKNOWN_FIELD', '/fields/a~1b UNKNOWN_FIELD'];
    expect(errors(await agent.post('/tickets', { subject: 'x', fields: wrong }).expect(400))).toEqual(expected);
    const ticket = await create(agent);
    expect(errors(await agent.patch(`/tickets/${ticket.id}`, { subject: 'y', fields: wrong }).expect(400))).toEqual(expected);
    await agent.patch(`/tickets/${ticket.id}`, { fields: [] }).expect(400);
    expect(bodyOf<TicketBody>(await agent.get(`/tickets/${ticket.id}`))).toMatchObject({ subject: 'x', fields: {}, version: 1 });
  });

  it('that are required have to be there before a ticket is solved', async () => {
    const { agent, owner, fields } = await workspace();
    const ticket = await create(agent);
    await agent.post(`/tickets/${ticket.id}/assign`, { assigneeId: agent.id }).expect(200);
    const refused = await agent.post(`/tickets/${ticket.id}/transition`, { status: 'solved' }).expect(409);
    expect([bodyOf<Problem>(refused).code, errors(refused)]).toEqual(['FIELDS_REQUIRED', ['/fields/portions REQUIRED']]);
    await agent.patch(`/tickets/${ticket.id}`, { fields: { portions: 0 } }).expect(200);
    await agent.post(`/tickets/${ticket.id}/transition`, { status: 'solved' }).expect(200);
    const other = await create(agent);
    await agent.post(`/tickets/${other.id}/assign`, { assigneeId: agent.id }).expect(200);
    await owner.patch(`/fields/${fields['portions']!.id}`, { archived: true }).expect(200);
    await agent.post(`/tickets/${other.id}/transition`, { status: 'solved' }).expect(200);
  });

  it('find their tickets, by each kind', async () => {
    const { agent } = await workspace();
    await create(agent, VALUES, 'full');
    await create(agent, { portions: -3, cost: '-0.25', urgent_delivery: false, delivery: '2026-11-24', kitchen: 'North', allergens: ['milk'] }, 'other');
    await create(agent, {}, 'none');
    const found = async (field: string, op: string, value?: unknown) => {
      const filter = encodeURIComponent(JSON.stringify({ field: `field:${field}`, op, ...(value !== undefined && { value }) }));
      return bodyOf<{ items: TicketBody[] }>(await agent.get(`/tickets?sort=number&filter=${filter}`).expect(200)).items.map(({ subject }) => subject);
    };
    const [full, other, none] = ['full', 'other', 'none'];
    const expected: [string, string, unknown, string[]][] = [
      ['room', 'contains', 'b1', [full]], ['room', 'notContains', 'b1', [other, none]], ['room', 'isEmpty', undefined, [other, none]],
      ['portions', 'atLeast', 410, [full]], ['portions', 'atMost', 0, [other]], ['portions', 'isNotEmpty', undefined, [full, other]],
      ['cost', 'equals', 12.5, [full]], ['cost', 'atMost', 0, [other]], ['urgent_delivery', 'isTrue', undefined, [full]], ['urgent_delivery', 'isFalse', undefined, [other, none]],
      ['delivery', 'after', '2026-11-25', [full]], ['delivery', 'before', '2026-11-25', [other]], ['kitchen', 'is', ['South', 'North'], [full, other]],
      ['kitchen', 'isNot', ['South'], [other, none]], ['allergens', 'has', ['nuts', 'milk'], [full, other]], ['allergens', 'hasNot', ['nuts'], [other, none]], ['allergens', 'isEmpty', undefined, [none]],
    ];
    for (const [field, op, value, subjects] of expected) expect([field, op, await found(field, op, value)]).toEqual([field, op, subjects]);
    const unknown = encodeURIComponent(JSON.stringify({ field: 'field:nothing', op: 'isEmpty' }));
    await agent.get(`/tickets?filter=${unknown}`).expect(400);
  });
});

describe('fields', () => {
  it('are made, ordered and archived by owners and admins only, and read by all', async () => {
    const { owner, agent, fields } = await workspace();
    await agent.post('/fields', { key: 'x', label: 'X', kind: 'text' }).expect(403);
    await agent.patch(`/fields/${fields['room']!.id}`, { label: 'X' }).expect(403);
    await owner.patch(`/fields/${fields['allergens']!.id}`, { position: 1 }).expect(200);
    const { items } = bodyOf<{ items: FieldBody[] }>(await agent.get('/fields').expect(200));
    expect(items.map(({ key, position }) => [key, position])).toEqual(['allergens', 'room', 'portions', 'cost', 'urgent_delivery', 'delivery', 'kitchen'].map((key, n) => [key, n + 1]));
    await owner.patch(`/fields/${fields['room']!.id}`, { label: 'Room no.' }).set('if-match', '"9"').expect(412);
  });

  it('have a key of their own, and options only where one chooses', async () => {
    const { owner, fields } = await workspace();
    expect(errors(await owner.post('/fields', { key: 'room', label: 'Again', kind: 'text' }).expect(409))).toEqual(['/key TAKEN']);
    const refused: [object, string][] = [
      [{ key: 'Room', label: 'x', kind: 'text' }, '/key INVALID_FORMAT'], [{ key: 'constructor', label: 'x', kind: 'text' }, '/key TAKEN'], [{ key: 'a', label: 'x', kind: 'colour' }, '/kind INVALID_VALUE'],
      [{ key: 'a', label: 'x', kind: 'choice' }, '/options REQUIRED'], [{ key: 'a', label: 'x', kind: 'text', options: ['y'] }, '/options INVALID_VALUE'],
    ];
    for (const [field, error] of refused) expect(errors(await owner.post('/fields', field).expect(400))).toEqual([error]);
    expect(errors(await owner.patch(`/fields/${fields['kitchen']!.id}`, { options: [] }).expect(400))).toEqual(['/options REQUIRED']);
    await owner.patch(`/fields/${fields['kitchen']!.id}`, { key: 'other' }).expect(400);
  });

  it('of two made at once with one key are one', async () => {
    const { owner } = await workspace();
    const answers = await Promise.all([1, 2].map(() => owner.post('/fields', { key: 'twice', label: 'Twice', kind: 'text' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('that are archived take no more values, and keep those that are there', async () => {
    const { owner, agent, fields } = await workspace();
    const ticket = await create(agent, { room: 'B12' });
    await owner.patch(`/fields/${fields['room']!.id}`, { archived: true }).expect(200);
    expect(errors(await agent.patch(`/tickets/${ticket.id}`, { fields: { room: 'C1' } }).expect(400))).toEqual(['/fields/room UNKNOWN_FIELD']);
    expect(bodyOf<TicketBody>(await agent.get(`/tickets/${ticket.id}`)).fields).toEqual({ room: 'B12' });
    await owner.patch(`/fields/${fields['room']!.id}`, { archived: false }).expect(200);
    await agent.patch(`/tickets/${ticket.id}`, { fields: { room: 'C1' } }).expect(200);
  });
});
