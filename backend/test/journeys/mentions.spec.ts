import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { AnsweredBody, FollowersBody, TicketBody, TimelinePageBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { readFeed } from '../support/events.ts';
import { newTenant, type Person, type Tenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
let tenant: Tenant;
let tom: Person;
let ida: Person;
let narrow: Person;
beforeAll(async () => {
  app = await startApp();
  tenant = await newTenant(app);
  tom = await tenant.join({ name: 'Tom Becker' });
  ida = await tenant.join({ name: 'Ida Sommer', role: 'viewer' });
  narrow = await tenant.join({ name: 'Sari Own', visibility: 'own' });
});
afterAll(() => app.close());

const open = async () => `/tickets/${bodyOf<TicketBody>(await tom.post('/tickets', { subject: 'Oven' }).expect(201)).id}`;
const followers = async (path: string) => bodyOf<FollowersBody>(await tom.get(`${path}/followers`).expect(200)).items.map(({ name }) => name);

describe('a mention', () => {
  it('is who was picked and whose whole name was typed, shows in the conversation, and makes them follow', async () => {
    const path = await open();
    const { message } = bodyOf<AnsweredBody>(await tom.post(`${path}/note`, { body: 'Please look, @Ida Sommer!', mentions: [tom.id] }).expect(201));
    expect(message.mentions.map(({ name }) => name).sort()).toEqual(['Ida Sommer', 'Tom Becker']);
    const { items } = bodyOf<TimelinePageBody>(await tom.get(`${path}/timeline`).expect(200));
    expect(items[0]!.mentions).toEqual(expect.arrayContaining([{ id: ida.id, name: 'Ida Sommer' }]));
    expect((await followers(path)).sort()).toEqual(['Ida Sommer', 'Tom Becker']);
  });

  it('of somebody who may not see the ticket, has left or is not here is refused at its pointer, and nothing is written', async () => {
    const path = await open();
    const stranger = await (await newTenant(app)).join();
    const gone = await tenant.join({ name: 'Gone Girl' });
    await gone.post('/members/leave').expect(204);
    for (const id of [narrow.id, stranger.id, gone.id]) {
      const problem = bodyOf<Problem>(await tom.post(`${path}/note`, { body: 'x', mentions: [ida.id, id] }).expect(400));
      expect(problem.errors).toMatchObject([{ pointer: '/mentions/1', code: 'NOT_FOUND' }]);
    }
    expect(bodyOf<TimelinePageBody>(await tom.get(`${path}/timeline`).expect(200)).items).toEqual([]);
    const { message } = bodyOf<AnsweredBody>(await tom.post(`${path}/note`, { body: '@Sari Own @Gone Girl' }).expect(201));
    expect(message.mentions).toEqual([]);
  });

  it('stands in notes only', async () => {
    const path = await open();
    const problem = bodyOf<Problem>(await tom.post(`${path}/reply`, { body: 'x', mentions: [ida.id] }).expect(400));
    expect(problem.errors).toMatchObject([{ pointer: '/mentions', code: 'UNKNOWN_FIELD' }]);
    const { message } = bodyOf<AnsweredBody>(await tom.post(`${path}/reply`, { body: 'Ask @Ida Sommer' }).expect(201));
    expect(message.mentions).toEqual([]);
  });
});

describe('followers', () => {
  it('follow and unfollow themselves, once each, and are told as events', async () => {
    const path = await open();
    const before = (await readFeed(tom)).length;
    expect(bodyOf<FollowersBody>(await ida.post(`${path}/follow`).expect(200)).items).toEqual([{ id: ida.id, name: 'Ida Sommer' }]);
    await ida.post(`${path}/follow`).expect(200);
    await ida.post(`${path}/unfollow`).expect(200);
    await ida.post(`${path}/unfollow`).expect(200);
    expect(await followers(path)).toEqual([]);
    expect((await readFeed(tom)).slice(before).map(({ type }) => type)).toEqual(['ticket_followed', 'ticket_unfollowed']);
  });

  it('are whoever writes, but not shown where they may no longer see it', async () => {
    const path = await open();
    await tom.post(`${path}/assign`, { assigneeId: narrow.id }).expect(200);
    await narrow.post(`${path}/reply`, { body: 'On it.' }).expect(201);
    expect(await followers(path)).toEqual(['Sari Own']);
    await tom.post(`${path}/assign`, { assigneeId: tom.id }).expect(200);
    expect(await followers(path)).toEqual([]);
    await narrow.get(`${path}/followers`).expect(404);
    await narrow.post(`${path}/follow`).expect(404);
  });
});
