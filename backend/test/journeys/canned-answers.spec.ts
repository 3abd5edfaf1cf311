import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { CannedAnswerBody, FilledAnswerBody } from '../../src/canned-answers/canned-answer.shape.ts';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
let owner: Person;
let tom: Person;
let ida: Person;
beforeAll(async () => {
  app = await startApp();
  const tenant = await newTenant(app, 'Harbor Catering');
  owner = await tenant.join({ role: 'owner' });
  [tom, ida] = [await tenant.join({ name: 'Tom Becker' }), await tenant.join({ visibility: 'own' })];
});
afterAll(() => app.close());

const keep = async (person: Person, answer: object) => bodyOf<CannedAnswerBody>(await person.post('/canned-answers', { name: 'Greeting', body: 'Hello', ...answer }).expect(201));
const names = async (person: Person) => bodyOf<{ items: CannedAnswerBody[] }>(await person.get('/canned-answers?limit=100').expect(200)).items.map(({ shortcut }) => shortcut);
const fill = async (person: Person, id: string, query = '') => bodyOf<FilledAnswerBody>(await person.get(`/canned-answers/${id}/filled${query}`).expect(200));

it('are everybody’s, kept by stewards, or one’s own, seen by nobody else', async () => {
  const shared = await keep(owner, { shortcut: 'shared', shared: true });
  const own = await keep(tom, { shortcut: 'own' });
  expect(await names(tom)).toEqual(expect.arrayContaining(['own', 'shared']));
  expect(await names(owner)).not.toContain('own');
  await owner.get(`/canned-answers/${own.id}`).expect(404);
  await owner.patch(`/canned-answers/${own.id}`, { name: 'x' }).expect(404);
  await owner.delete(`/canned-answers/${own.id}`).expect(404);
  await tom.post('/canned-answers', { name: 'x', shortcut: 'x', body: 'x', shared: true }).expect(403);
  await tom.patch(`/canned-answers/${shared.id}`, { name: 'x' }).expect(403);
  await tom.patch(`/canned-answers/${own.id}`, { shared: true }).expect(403);
  await tom.delete(`/canned-answers/${shared.id}`).expect(403);
  await tom.delete(`/canned-answers/${own.id}`).expect(204);
  await tom.get(`/canned-answers/${own.id}`).expect(404);
});

it('have a shortcut once among the shared ones and once among one’s own', async () => {
  await keep(owner, { shortcut: 'twice', shared: true });
  const mine = await keep(tom, { shortcut: 'twice' });
  await keep(ida, { shortcut: 'twice' });
  const taken = bodyOf<Problem>(await tom.post('/canned-answers', { name: 'x', shortcut: 'twice', body: 'x' }).expect(409));
  expect(taken.errors).toMatchObject([{ pointer: '/shortcut', code: 'TAKEN' }]);
  const stale = await tom.patch(`/canned-answers/${mine.id}`, { name: 'Renamed' }).set('if-match', '"9"');
  expect(stale.status).toBe(412);
  expect(bodyOf<CannedAnswerBody>(await tom.patch(`/canned-answers/${mine.id}`, { name: 'Renamed' }).expect(200))).toMatchObject({ name: 'Renamed', version: 2 });
});

it('refuse a variable that there is not', async () => {
  const { id } = await keep(tom, { shortcut: 'good' });
  for (const body of ['{{contact.email}}', 'Hello {{contact.name', '{{}}']) {
    const refused = bodyOf<Problem>(await tom.post('/canned-answers', { name: 'x', shortcut: 'bad', body }).expect(400));
    expect(refused.errors).toMatchObject([{ pointer: '/body', code: 'UNKNOWN_VARIABLE' }]);
    await tom.patch(`/canned-answers/${id}`, { body }).expect(400);
  }
});

it('are filled in for a ticket that the writer may see, with a mark for what is missing', async () => {
  const { id } = await keep(owner, { shortcut: 'all', shared: true, body: '{{contact.name}}|{{ticket.number}}|{{ticket.subject}}|{{agent.name}}|{{workspace.name}}' });
  const named = bodyOf<TicketBody>(await tom.post('/tickets', { subject: 'Oven', requester: { email: 'rosa@school.test', name: 'Rosa {{agent.name}}' } }).expect(201));
  expect(await fill(tom, id, `?ticketId=${named.id}`)).toEqual({ text: `Rosa {{agent.name}}|${named.number}|Oven|Tom Becker|Harbor Catering`, missing: [] });
  expect(await fill(tom, id)).toEqual({ text: '[contact.name?]|[ticket.number?]|[ticket.subject?]|Tom Becker|Harbor Catering', missing: ['contact.name', 'ticket.number', 'ticket.subject'] });
  const refused = bodyOf<Problem>(await ida.get(`/canned-answers/${id}/filled?ticketId=${named.id}`).expect(400));
  expect(refused.errors).toMatchObject([{ pointer: '?ticketId', code: 'NOT_FOUND' }]);
});
