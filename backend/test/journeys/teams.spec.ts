import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TicketBody, TimelineEntryBody } from '../../src/tickets/ticket.shape.ts';
import type { MemberBody, TeamBody } from '../../src/users/users.shapes.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

async function kitchen(): Promise<{ owner: Person; day: Person; night: Person; create: (name: string, ...members: Person[]) => Promise<TeamBody> }> {
  const tenant = await newTenant(app);
  const owner = await tenant.join({ role: 'owner' });
  const [day, night] = [await tenant.join(), await tenant.join()];
  const create = async (name: string, ...members: Person[]) =>
    bodyOf<TeamBody>(await owner.post('/teams', { name, memberIds: members.map(({ id }) => id) }).expect(201));
  return { owner, day, night, create };
}

const ticketOf = async (person: Person, fields: object = {}) => bodyOf<TicketBody>(await person.post('/tickets', { subject: 'Oven', ...fields }).expect(201));

it('is made, renamed, staffed and closed by who manages teams', async () => {
  const { owner, day, night, create } = await kitchen();
  const team = await create('Day', day);
  expect(team).toMatchObject({ name: 'Day', memberIds: [day.id], closedAt: null });
  await day.patch(`/teams/${team.id}`, { memberIds: [] }).expect(403);
  await owner.post('/teams', { name: 'day' }).expect(400).expect(({ body }) => expect(body).toMatchObject({ errors: [{ pointer: '/name', code: 'TAKEN' }] }));
  const renamed = bodyOf<TeamBody>(await owner.patch(`/teams/${team.id}`, { name: 'Early', memberIds: [day.id, night.id] }).expect(200));
  expect(renamed).toMatchObject({ name: 'Early', version: team.version + 1 });
  await owner.patch(`/teams/${team.id}`, { memberIds: [] }).set('if-match', `"${team.version}"`).expect(412);
  expect(bodyOf<MemberBody>(await owner.get(`/members/${night.id}`)).teamIds).toEqual([team.id]);
  expect(bodyOf<{ items: MemberBody[] }>(await owner.get(`/members?team=${team.id}`)).items.map(({ id }) => id).sort()).toEqual([day.id, night.id].sort());
  expect(bodyOf<TeamBody>(await owner.post(`/teams/${team.id}/close`).expect(200))).toMatchObject({ memberIds: [] });
  await owner.patch(`/teams/${team.id}`, { name: 'Late' }).expect(409);
  expect(bodyOf<{ items: TeamBody[] }>(await owner.get('/teams')).items).toEqual([]);
  await create('Early');
});

it('takes active members of the workspace only', async () => {
  const { owner, day, create } = await kitchen();
  const { day: stranger } = await kitchen();
  const team = await create('Day', day);
  await owner.patch(`/teams/${team.id}`, { memberIds: [stranger.id] }).expect(400).expect(({ body }) => expect(body).toMatchObject({ errors: [{ pointer: '/memberIds', code: 'NOT_FOUND' }] }));
  await owner.post(`/members/${day.id}/deactivate`).expect(200);
  await owner.patch(`/teams/${team.id}`, { memberIds: [day.id] }).expect(400);
  expect(bodyOf<TeamBody>(await owner.get(`/teams/${team.id}`)).memberIds).toEqual([]);
  await owner.post(`/members/${day.id}/reactivate`).expect(200);
  expect(bodyOf<TeamBody>(await owner.get(`/teams/${team.id}`)).memberIds).toEqual([]);
});

it('gets tickets, and drops an assignee who is not in the new team', async () => {
  const { owner, day, night, create } = await kitchen();
  const [early, late] = [await create('Early', day), await create('Late', night)];
  const { id, team } = await ticketOf(owner, { teamId: early.id });
  expect(team).toEqual({ id: early.id, name: 'Early' });
  const assign = async (body: object) => bodyOf<TicketBody>(await owner.post(`/tickets/${id}/assign`, body).expect(200));
  expect(await assign({ assigneeId: day.id })).toMatchObject({ team: { id: early.id }, assignee: { id: day.id } });
  expect(await assign({ teamId: early.id })).toMatchObject({ assignee: { id: day.id } });
  expect(await assign({ teamId: late.id })).toMatchObject({ team: { name: 'Late' }, assignee: null });
  expect(await assign({ teamId: early.id, assigneeId: night.id })).toMatchObject({ team: { name: 'Early' }, assignee: { id: night.id } });
  expect(await assign({ teamId: null })).toMatchObject({ team: null, assignee: { id: night.id } });
  await owner.post(`/tickets/${id}/assign`).expect(400);
  const { items } = bodyOf<{ items: TimelineEntryBody[] }>(await owner.get(`/tickets/${id}/timeline`));
  expect(items.filter(({ field }) => field === 'team').map(({ from, to }) => [from, to])).toEqual([['Early', null], ['Late', 'Early'], ['Early', 'Late']]);
});

it('filters the list: one team, one’s own teams, none', async () => {
  const { owner, day, create } = await kitchen();
  const [early, late] = [await create('Early', day), await create('Late')];
  for (const teamId of [early.id, late.id]) await ticketOf(owner, { subject: teamId, teamId });
  await ticketOf(owner, { subject: 'free' });
  const subjects = async (person: Person, team: string) => bodyOf<{ items: TicketBody[] }>(await person.get(`/tickets?team=${team}`).expect(200)).items.map(({ subject }) => subject);
  expect(await subjects(day, late.id)).toEqual([late.id]);
  expect(await subjects(day, 'mine')).toEqual([early.id]);
  expect(await subjects(owner, 'mine')).toEqual([]);
  expect(await subjects(owner, 'none')).toEqual(['free']);
  await owner.get('/tickets?team=all').expect(400);
});

it('leaves its unsolved tickets to no team when it closes, and keeps its name on the solved', async () => {
  const { owner, day, create } = await kitchen();
  const team = await create('Early', day);
  const [open, solved] = [await ticketOf(owner, { teamId: team.id }), await ticketOf(owner, { teamId: team.id })];
  await owner.post(`/tickets/${solved.id}/assign`, { assigneeId: day.id }).expect(200);
  await owner.post(`/tickets/${solved.id}/transition`, { status: 'solved' }).expect(200);
  await owner.post(`/teams/${team.id}/close`).expect(200);
  expect(bodyOf<TicketBody>(await owner.get(`/tickets/${open.id}`)).team).toBeNull();
  expect(bodyOf<TicketBody>(await owner.get(`/tickets/${solved.id}`)).team?.name).toBe('Early');
  for (const path of ['/tickets', `/tickets/${open.id}/assign`]) {
    await owner.post(path, { subject: 'x', teamId: team.id }).expect(400);
  }
  await owner.post(`/tickets/${open.id}/assign`, { teamId: team.id }).expect(400).expect(({ body }) => expect(body).toMatchObject({ errors: [{ pointer: '/teamId', code: 'NOT_FOUND' }] }));
});

it('is closed and given a ticket at once: the ticket has it not, or the closing takes it back', async () => {
  const { owner, day, create } = await kitchen();
  for (let round = 0; round < 5; round += 1) {
    const team = await create(`Early ${round}`, day);
    const { id } = await ticketOf(owner);
    await Promise.all([owner.post(`/teams/${team.id}/close`), owner.post(`/tickets/${id}/assign`, { teamId: team.id })]);
    expect(bodyOf<TicketBody>(await owner.get(`/tickets/${id}`)).team).toBeNull();
  }
});
