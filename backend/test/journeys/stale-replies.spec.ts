import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { AnsweredBody, TicketBody, TimelinePageBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

async function pair(): Promise<{ tom: Person; ida: Person; path: string; first: string | null }> {
  const tenant = await newTenant(app);
  const [tom, ida] = [await tenant.join({ name: 'Tom Becker' }), await tenant.join({ name: 'Ida Sommer' })];
  const { id } = bodyOf<TicketBody>(await tom.post('/tickets', { subject: 'Oven', body: 'Cold', requester: { email: 'rosa@school.test', name: 'Rosa' } }).expect(201));
  return { tom, ida, path: `/tickets/${id}`, first: await last(tom, `/tickets/${id}`) };
}

const last = async (person: Person, path: string) => bodyOf<TimelinePageBody>(await person.get(`${path}/timeline?limit=1`).expect(200)).lastMessageId;
const said = async (person: Person, path: string, body: string, more: object = {}) => bodyOf<AnsweredBody>(await person.post(path, { body, ...more }).expect(201)).message.id;

it('refuses a reply that crosses another, tells what is new, and takes it once that was seen', async () => {
  const { tom, ida, path, first } = await pair();
  const note = await said(ida, `${path}/note`, 'Two pupils, not one.', { lastSeenMessageId: first });
  const reply = await said(ida, `${path}/reply`, 'We look into it.', { lastSeenMessageId: note });
  const refused = bodyOf<Problem>(await tom.post(`${path}/reply`, { body: 'A technician comes.', lastSeenMessageId: first }).expect(409));
  expect(refused).toMatchObject({ code: 'STALE_REPLY' });
  expect(refused.newMessages).toMatchObject([
    { id: note, kind: 'note', body: 'Two pupils, not one.', author: { type: 'user', id: ida.id, name: 'Ida Sommer' } },
    { id: reply, kind: 'reply', body: 'We look into it.' },
  ]);
  expect(await last(tom, path)).toBe(reply);
  await tom.post(`${path}/reply`, { body: 'A technician comes.', lastSeenMessageId: reply }).expect(201);
});

it('does not count what the writer wrote, and asks nothing of who does not say what was seen', async () => {
  const { tom, ida, path, first } = await pair();
  await said(tom, `${path}/reply`, 'One moment.', { lastSeenMessageId: first });
  await said(tom, `${path}/note`, 'Thermostat?', { lastSeenMessageId: first });
  await said(ida, `${path}/note`, 'Yes.');
  await said(tom, `${path}/note`, 'Thanks.');
  await tom.post(`${path}/note`, { body: 'x', lastSeenMessageId: first }).expect(409);
});

it('takes null for "nothing seen yet", and an id that is no message here for a mistake', async () => {
  const { tom, ida, path, first } = await pair();
  const empty = `/tickets/${bodyOf<TicketBody>(await tom.post('/tickets', { subject: 'Silent' }).expect(201)).id}`;
  expect(await last(tom, empty)).toBeNull();
  await tom.post(`${empty}/note`, { body: 'x', lastSeenMessageId: null }).expect(201);
  await ida.post(`${empty}/note`, { body: 'x', lastSeenMessageId: null }).expect(409);
  const stranger = await pair();
  for (const lastSeenMessageId of [stranger.first, tom.id]) {
    const refused = bodyOf<Problem>(await tom.post(`${path}/reply`, { body: 'x', lastSeenMessageId }).expect(400));
    expect(refused.errors).toMatchObject([{ pointer: '/lastSeenMessageId', code: 'NOT_FOUND' }]);
  }
  expect(await last(tom, path)).toBe(first);
});

it('lets of many replies at once, all having seen the same, only one through', async () => {
  const { path, first, tom, ida } = await pair();
  const answers = await Promise.all([tom, ida, tom, ida].map((person, n) => person.post(`${path}/reply`, { body: `Answer ${n}`, lastSeenMessageId: first })));
  const through = answers.filter(({ status }) => status === 201).map((answer) => bodyOf<AnsweredBody>(answer).message.author.id);
  expect(through.length).toBeGreaterThan(0);
  // One's own do not count: both of the same person may pass, never one of each.
  expect(new Set(through).size).toBe(1);
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
});

it('tells the last ten of many', async () => {
  const { tom, ida, path, first } = await pair();
  for (let n = 1; n <= 12; n += 1) await said(ida, `${path}/note`, `Note ${n}`);
  const { newMessages } = bodyOf<Problem>(await tom.post(`${path}/note`, { body: 'x', lastSeenMessageId: first }).expect(409));
  expect(newMessages?.map(({ body }) => body)).toEqual(Array.from({ length: 10 }, (_, n) => `Note ${n + 3}`));
});
