import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OperationBody } from '../../src/platform/operations/operation.shape.ts';
import type { TicketBody, TicketCountsBody } from '../../src/tickets/ticket.shape.ts';
import type { TeamBody } from '../../src/users/users.shapes.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { readFeed } from '../support/events.ts';
import { ended } from '../support/operations.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { connect, waitFor } from '../support/sockets.ts';

const channel = 'tickets:updates';
const SUBJECT = 'Steamroller';
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Whether a member sees the ticket, everywhere that one can look, each by one request and no second look. */
async function walk(person: Person, { id, requester }: TicketBody): Promise<Record<string, boolean>> {
  const has = async (path: string) => (await person.get(path).expect(200)).text.includes(SUBJECT);
  const isThere = async (path: string) => (await person.get(path)).status === 200;
  const operation = bodyOf<OperationBody>(await person.post('/tickets/export', {}).expect(201));
  await ended(person, operation.id);
  const socket = await connect(app, person.token);
  await socket.subscribe({ channel, since: 0 });
  socket.close();
  return {
    list: await has('/tickets'),
    search: await has(`/tickets?q=${SUBJECT}`),
    page: await isThere(`/tickets/${id}`),
    timeline: await isThere(`/tickets/${id}/timeline`),
    counts: bodyOf<TicketCountsBody>(await person.get('/tickets/counts').expect(200)).unsolved.some(({ count }) => count > 0),
    tags: (await person.get('/tickets/tags').expect(200)).text.includes('heavy'),
    ofContact: await has(`/tickets?requester=${requester!.id}`),
    export: await has(`/operations/${operation.id}/file`),
    feed: (await readFeed(person)).some(({ redacted }) => !redacted),
    socket: socket.events.some(({ redacted }) => !redacted),
  };
}

const everywhere = (seen: boolean) => Object.fromEntries(['list', 'search', 'page', 'timeline', 'counts', 'tags', 'ofContact', 'export', 'feed', 'socket'].map((place) => [place, seen]));

async function scene(): Promise<{ owner: Person; agent: Person; team: TeamBody; ticket: TicketBody }> {
  const tenant = await newTenant(app);
  const [owner, agent] = [await tenant.join({ role: 'owner' }), await tenant.join({ visibility: 'team' })];
  const team = bodyOf<TeamBody>(await owner.post('/teams', { name: 'Day' }).expect(201));
  const ticket = bodyOf<TicketBody>(await owner.post('/tickets', { subject: SUBJECT, tags: ['heavy'], teamId: team.id, requester: { email: 'rosa@school.test' } }).expect(201));
  await waitFor(async () => ((await readFeed(owner)).length > 0 ? true : undefined));
  return { owner, agent, team, ticket };
}

/** Makes the change, and sees the open socket of the member cut within 5 s. */
async function andIsCut(person: Person, change: () => Promise<unknown>): Promise<void> {
  const live = await connect(app, person.token);
  await live.subscribe({ channel });
  const cut = new Promise<number>((resolve) => {
    const from = Date.now();
    live.socket.on('disconnect', () => resolve(Date.now() - from));
  });
  await change();
  expect(await cut).toBeLessThan(5_000);
}

const change = (owner: Person, path: string, body: object) => () => owner.patch(path, body).expect(200).then();

it('a team that is joined or left changes all that a member of it sees', async () => {
  const { owner, agent, team, ticket } = await scene();
  expect(await walk(agent, ticket)).toEqual(everywhere(false));
  await andIsCut(agent, change(owner, `/teams/${team.id}`, { memberIds: [agent.id] }));
  expect(await walk(agent, ticket)).toEqual(everywhere(true));
  await andIsCut(agent, change(owner, `/teams/${team.id}`, { memberIds: [] }));
  expect(await walk(agent, ticket)).toEqual(everywhere(false));
});

it('a visibility that is changed changes all that a member sees', async () => {
  const { owner, agent, team, ticket } = await scene();
  await owner.patch(`/teams/${team.id}`, { memberIds: [agent.id] }).expect(200);
  const steps = [['own', false], ['all', true], ['team', true], ['own', false]] as const;
  for (const [ticketVisibility, seen] of steps) {
    await andIsCut(agent, change(owner, `/members/${agent.id}`, { ticketVisibility }));
    expect([ticketVisibility, await walk(agent, ticket)]).toEqual([ticketVisibility, everywhere(seen)]);
  }
});

it('a ticket that goes to another team, and a team that closes, take it out of sight', async () => {
  const { owner, agent, team, ticket } = await scene();
  await owner.patch(`/teams/${team.id}`, { memberIds: [agent.id] }).expect(200);
  await owner.post(`/tickets/${ticket.id}/assign`, { teamId: null }).expect(200);
  expect(await walk(agent, ticket)).toEqual(everywhere(false));
  await owner.post(`/tickets/${ticket.id}/assign`, { teamId: team.id }).expect(200);
  expect(await walk(agent, ticket)).toEqual(everywhere(true));
  await andIsCut(agent, () => owner.post(`/teams/${team.id}/close`).expect(200).then());
  expect(await walk(agent, ticket)).toEqual(everywhere(false));
});

it('a role that is changed changes what a member may do, from the next request on', async () => {
  const { owner, agent, team, ticket } = await scene();
  await owner.patch(`/teams/${team.id}`, { memberIds: [agent.id] }).expect(200);
  const acts = async () => [
    (await agent.post(`/tickets/${ticket.id}/note`, { body: 'x' })).status,
    (await agent.post('/tickets/export', {})).status,
    (await agent.patch(`/tickets/${ticket.id}`, { subject: SUBJECT })).status,
    (await agent.get('/invitations')).status,
  ];
  expect(await acts()).toEqual([201, 201, 200, 403]);
  await andIsCut(agent, change(owner, `/members/${agent.id}`, { role: 'viewer' }));
  expect(await acts()).toEqual([403, 403, 403, 403]);
  await andIsCut(agent, change(owner, `/members/${agent.id}`, { role: 'admin' }));
  expect(await acts()).toEqual([201, 201, 200, 200]);
});
