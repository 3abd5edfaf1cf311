import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NotificationBody } from '../../src/notifications/notification.shape.ts';
import type { AnsweredBody, TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { readFeed } from '../support/events.ts';
import { newTenant, type Person, type Tenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { connect, recordFrames } from '../support/sockets.ts';

const channel = 'notifications:updates';
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

interface Team {
  tenant: Tenant;
  tom: Person;
  ida: Person;
  path: string;
  id: string;
}

async function team(): Promise<Team> {
  const tenant = await newTenant(app);
  const [tom, ida] = [await tenant.join({ name: 'Tom Becker', role: 'owner' }), await tenant.join({ name: 'Ida Sommer' })];
  const { id } = bodyOf<TicketBody>(await tom.post('/tickets', { subject: 'Oven 3' }).expect(201));
  return { tenant, tom, ida, id, path: `/tickets/${id}` };
}

const inbox = async (person: Person, query = '') => bodyOf<{ items: NotificationBody[] }>(await person.get(`/notifications${query}`).expect(200)).items;
const unread = async (person: Person) => bodyOf<{ count: number }>(await person.get('/notifications/unread').expect(200)).count;

describe('a member is told', () => {
  it('of what is given to them, of who calls them and of what is said on what is theirs; never of what they do', async () => {
    const { tom, ida, path } = await team();
    await tom.post(`${path}/assign`, { assigneeId: ida.id }).expect(200);
    await tom.post(`${path}/note`, { body: 'Can you, @Ida Sommer?' }).expect(201);
    await tom.post(`${path}/reply`, { body: 'We are on it.' }).expect(201);
    await ida.post(`${path}/note`, { body: 'Yes.' }).expect(201);
    const told = await inbox(ida);
    expect(told.map(({ kind }) => kind)).toEqual(['replied', 'mentioned', 'assigned']);
    expect(told[1]).toMatchObject({ ticket: { subject: 'Oven 3', number: 1 }, actor: { name: 'Tom Becker' }, excerpt: 'Can you, @Ida Sommer?', count: 1, readAt: null });
    // Tom follows by having written.
    expect((await inbox(tom)).map(({ kind, excerpt }) => [kind, excerpt])).toEqual([['noted', 'Yes.']]);
  });

  it('once of a burst, with its count, and anew after reading', async () => {
    const { tom, ida, path } = await team();
    await ida.post(`${path}/follow`).expect(200);
    for (const body of ['One', 'Two', 'Three']) await tom.post(`${path}/reply`, { body }).expect(201);
    expect(await inbox(ida)).toMatchObject([{ kind: 'replied', count: 3, excerpt: 'Three' }]);
    expect(await unread(ida)).toBe(1);
    await ida.post('/notifications/read').expect(204);
    await tom.post(`${path}/reply`, { body: 'Four' }).expect(201);
    expect(await inbox(ida)).toMatchObject([{ count: 1, excerpt: 'Four' }]);
    expect(await inbox(ida, '?filter=all')).toHaveLength(2);
  });

  it('not of what they do not want to be told of', async () => {
    const { tom, ida, path } = await team();
    await ida.patch('/notifications/preferences', { replied: false, assigned: false }).expect(200);
    expect((await ida.patch('/notifications/preferences', { assigned: true }).expect(200)).body).toEqual({ assigned: true, mentioned: true, replied: false, noted: true, assignedByMail: true, mentionedByMail: true });
    await tom.post(`${path}/assign`, { assigneeId: ida.id }).expect(200);
    await tom.post(`${path}/reply`, { body: 'x' }).expect(201);
    expect((await inbox(ida)).map(({ kind }) => kind)).toEqual(['assigned']);
  });

  it('not once they have left, nor of what is rolled back', async () => {
    const { tom, ida, path } = await team();
    await ida.post(`${path}/follow`).expect(200);
    await tom.post(`${path}/note`, { body: 'x', lastSeenMessageId: null }).expect(201);
    await ida.post(`${path}/note`, { body: 'crossing', lastSeenMessageId: null }).expect(409);
    expect(await inbox(tom)).toEqual([]);
    await tom.post(`/members/${ida.id}/deactivate`).expect(200);
    const before = (await readFeed(tom, channel)).length;
    await tom.post(`${path}/reply`, { body: 'x' }).expect(201);
    expect(await readFeed(tom, channel)).toHaveLength(before);
  });
});

describe('what a member may not see', () => {
  it('is not told, and what was told is hidden while they may not', async () => {
    const { tenant, tom, path, id } = await team();
    const narrow = await tenant.join({ name: 'Sari Own', visibility: 'own' });
    await tom.post(`${path}/assign`, { assigneeId: narrow.id }).expect(200);
    await narrow.post(`${path}/follow`).expect(200);
    expect(await unread(narrow)).toBe(1);
    await tom.post(`${path}/assign`, { assigneeId: null }).expect(200);
    expect([await inbox(narrow, '?filter=all'), await unread(narrow)]).toEqual([[], 0]);
    await tom.post(`${path}/reply`, { body: 'Secret' }).expect(201);
    await narrow.post('/notifications/read', { ticketId: id }).expect(400);
    await tom.post(`${path}/assign`, { assigneeId: narrow.id }).expect(200);
    expect((await inbox(narrow)).map(({ kind, count }) => [kind, count])).toEqual([['assigned', 2]]);
  });

  it('is not told by the beginning of a message that was moved out of their sight', async () => {
    const { tenant, tom, ida, path } = await team();
    const narrow = await tenant.join({ visibility: 'own' });
    await tom.post(`${path}/assign`, { assigneeId: narrow.id }).expect(200);
    const { message } = bodyOf<AnsweredBody>(await ida.post(`${path}/note`, { body: 'Secret' }).expect(201));
    expect(await inbox(narrow)).toMatchObject([{ kind: 'noted', excerpt: 'Secret' }, { kind: 'assigned' }]);
    await ida.post(`${path}/split`, { messageIds: [message.id], subject: 'Another matter' }).expect(201);
    expect(await inbox(narrow)).toMatchObject([{ kind: 'noted', excerpt: null }, { kind: 'assigned' }]);
  });

  it('is of another member: their notifications are 404, their events redacted, and carry ids only', async () => {
    const { tom, ida, path } = await team();
    const [mine, others] = [await connect(app, ida.token), await connect(app, tom.token)];
    await mine.subscribe({ channel });
    await others.subscribe({ channel });
    const frames = recordFrames(others);
    await tom.post(`${path}/note`, { body: 'Secret of Ida', mentions: [ida.id] }).expect(201);
    const [event] = await mine.until((events) => events.length === 1);
    expect(event).toMatchObject({ type: 'notification_created', data: { userId: ida.id, kind: 'mentioned', count: 1 } });
    expect(JSON.stringify(event)).not.toContain('Secret');
    const [hidden] = await others.until((events) => events.length === 1);
    expect(hidden).toMatchObject({ redacted: true, data: null });
    expect(frames.join()).not.toContain(ida.id);
    const [{ id }] = (await inbox(ida)) as [NotificationBody];
    for (const verb of ['read', 'done']) await tom.post(`/notifications/${id}/${verb}`).expect(404);
    expect(await unread(ida)).toBe(1);
    [mine, others].forEach(({ close }) => close());
  });
});

it('is read one by one, by ticket or at once, and done with for good', async () => {
  const { tom, ida, path, id } = await team();
  const other = bodyOf<TicketBody>(await tom.post('/tickets', { subject: 'Van' }).expect(201)).id;
  for (const ticket of [path, `/tickets/${other}`]) await tom.post(`${ticket}/assign`, { assigneeId: ida.id }).expect(200);
  await tom.post(`${path}/reply`, { body: 'x' }).expect(201);
  await ida.post('/notifications/read', { ticketId: id }).expect(204);
  const [left] = (await inbox(ida)) as [NotificationBody];
  expect(left.ticket.subject).toBe('Van');
  await ida.post(`/notifications/${left.id}/read`).expect(204);
  expect(await unread(ida)).toBe(0);
  expect(await inbox(ida, '?filter=all')).toHaveLength(3);
  await ida.post(`/notifications/${left.id}/done`).expect(204);
  expect(await inbox(ida, '?filter=all&limit=1')).toHaveLength(1);
  expect((await inbox(ida, '?filter=all')).map(({ ticket }) => ticket.subject)).toEqual(['Oven 3', 'Oven 3']);
  const told = (await readFeed(ida, channel)).map(({ type }) => type);
  expect(told).toEqual([...Array<string>(3).fill('notification_created'), ...Array<string>(3).fill('notification_changed')]);
});
