import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { EventEnvelope } from '@kontor/contracts/events';
import { ROLE_PERMISSIONS } from '@kontor/contracts/permissions';
import type { TicketBody, TimelineEntryBody } from '../../src/tickets/ticket.shape.ts';
import type { MemberBody, SessionBody } from '../../src/users/users.shapes.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

async function team() {
  const tenant = await newTenant(app);
  const [owner, admin, agent] = [await tenant.join({ role: 'owner' }), await tenant.join({ role: 'admin' }), await tenant.join({ role: 'agent', name: 'Tom' })];
  return { tenant, owner, admin, agent };
}
const member = async (by: Person, id: string) => bodyOf<MemberBody>(await by.get(`/members/${id}`).expect(200));
const code = async (answer: PromiseLike<{ body: unknown }>) => ((await answer).body as Problem).code;

describe('roles', () => {
  it('hold from the next request on', async () => {
    const { owner, admin, agent } = await team();
    await agent.post('/tickets', { subject: 'x' }).expect(201);
    await owner.patch(`/members/${agent.id}`, { role: 'viewer' }).expect(200);
    await agent.post('/tickets', { subject: 'x' }).expect(403);
    const session = bodyOf<SessionBody>(await agent.get('/auth/session').expect(200));
    expect(session).toMatchObject({ role: 'viewer', permissions: [...ROLE_PERMISSIONS.viewer] });
    await owner.patch(`/members/${agent.id}`, { role: 'admin' }).expect(200);
    await agent.patch(`/members/${admin.id}`, { ticketVisibility: 'own' }).expect(200);
  });

  it('of owners are given and taken by owners only', async () => {
    const { tenant, owner, admin, agent } = await team();
    await admin.patch(`/members/${agent.id}`, { role: 'owner' }).expect(403);
    await admin.patch(`/members/${owner.id}`, { role: 'agent' }).expect(403);
    await admin.patch(`/members/${owner.id}`, { ticketVisibility: 'own' }).expect(403);
    await admin.post(`/members/${owner.id}/deactivate`).expect(403);
    const gone = await tenant.join({ role: 'owner' });
    await owner.post(`/members/${gone.id}/deactivate`).expect(200);
    await admin.post(`/members/${gone.id}/reactivate`).expect(403);
    await owner.post(`/members/${gone.id}/reactivate`).expect(200);
    await admin.patch(`/members/${admin.id}`, { role: 'owner' }).expect(403);
    await agent.patch(`/members/${agent.id}`, { role: 'admin' }).expect(403);
    expect(bodyOf<MemberBody>(await owner.patch(`/members/${admin.id}`, { role: 'owner' }).expect(200)).role).toBe('owner');
    expect((await member(owner, agent.id)).version).toBe(1);
  });
});

describe('the last owner', () => {
  it('cannot leave, be demoted or deactivated; beside another one can', async () => {
    const { owner, admin } = await team();
    expect(await code(owner.post('/members/leave').expect(409))).toBe('LAST_OWNER');
    expect(await code(owner.patch(`/members/${owner.id}`, { role: 'admin' }).expect(409))).toBe('LAST_OWNER');
    expect(await code(owner.post(`/members/${owner.id}/deactivate`).expect(409))).toBe('LAST_OWNER');
    expect(await member(owner, owner.id)).toMatchObject({ role: 'owner', status: 'active', version: 1 });
    await owner.patch(`/members/${admin.id}`, { role: 'owner' }).expect(200);
    await owner.post('/members/leave').expect(204);
    expect(await code(owner.get('/auth/session').expect(401))).toBe('SESSION_REVOKED');
    expect(await code(admin.post('/members/leave').expect(409))).toBe('LAST_OWNER');
  });

  it.each(['leaving', 'demoting themselves', 'demoting each other', 'deactivating each other'])('is one of two owners %s at once', async (how) => {
    const tenant = await newTenant(app);
    const [a, b] = [await tenant.join({ role: 'owner' }), await tenant.join({ role: 'owner' })];
    const acts: Record<string, (person: Person, other: Person) => PromiseLike<{ status: number }>> = {
      leaving: (person) => person.post('/members/leave'),
      'demoting themselves': (person) => person.patch(`/members/${person.id}`, { role: 'agent' }),
      'demoting each other': (person, other) => person.patch(`/members/${other.id}`, { role: 'agent' }),
      'deactivating each other': (person, other) => person.post(`/members/${other.id}/deactivate`),
    };
    const answers = await Promise.all([acts[how]!(a, b), acts[how]!(b, a)]);
    const [won, lost] = answers.map(({ status }) => status).sort();
    expect([200, 204]).toContain(won);
    expect([401, 403, 409]).toContain(lost);
    const [left] = (await Promise.all([a, b].map((person) => person.get('/members?role=owner&status=active')))).filter(({ status }) => status === 200);
    expect(bodyOf<{ items: MemberBody[] }>(left!).items).toHaveLength(1);
  });
});

describe('deactivating', () => {
  it('unassigns open tickets, tells it, ends the sessions, and leaves solved ones as they were', async () => {
    const { owner, agent } = await team();
    const ids: string[] = [];
    for (const status of ['new', 'open', 'pending', 'hold', 'solved', 'closed']) {
      const { id } = bodyOf<TicketBody>(await owner.post('/tickets', { subject: status }).expect(201));
      await owner.post(`/tickets/${id}/assign`, { assigneeId: agent.id }).expect(200);
      if (status === 'closed') await owner.post(`/tickets/${id}/transition`, { status: 'solved' }).expect(200);
      if (status !== 'new') await owner.post(`/tickets/${id}/transition`, { status }).expect(200);
      ids.push(id);
    }
    const before = bodyOf<{ seq: number }>(await owner.get('/events?channel=tickets:updates&limit=1')).seq;
    const gone = bodyOf<MemberBody>(await owner.post(`/members/${agent.id}/deactivate`).expect(200));
    expect(gone).toMatchObject({ status: 'deactivated', deactivatedAt: expect.any(String) });
    expect(await code(agent.get('/tickets').expect(401))).toBe('SESSION_REVOKED');
    const tickets = await Promise.all(ids.map(async (id) => bodyOf<TicketBody>(await owner.get(`/tickets/${id}`))));
    expect(tickets.map(({ assignee }) => assignee?.name ?? null)).toEqual([null, null, null, null, 'Tom', 'Tom']);
    const events = bodyOf<{ items: EventEnvelope<TicketBody>[] }>(await owner.get(`/events?channel=tickets:updates&after=${before}`)).items;
    expect(events.map(({ type, data }) => [type, data?.id, data?.assignee])).toEqual(ids.slice(0, 4).sort().map((id) => ['ticket_assigned', id, null]));
    expect(events.map(({ data }) => data?.version)).toEqual(events.map(({ data }) => tickets.find(({ id }) => id === data?.id)?.version));
    const [last] = bodyOf<{ items: TimelineEntryBody[] }>(await owner.get(`/tickets/${ids[0]}/timeline`)).items;
    expect(last).toMatchObject({ field: 'assignee', from: 'Tom', to: null, author: { id: owner.id } });
  });

  it('shuts the door, and reactivating opens it to a new sign-in only', async () => {
    const { owner, agent, tenant } = await team();
    await owner.post(`/members/${agent.id}/deactivate`).expect(200);
    await expect(tenant.join({ email: agent.email })).rejects.toThrow();
    const { id } = bodyOf<TicketBody>(await owner.post('/tickets', { subject: 'x' }));
    const refused = bodyOf<Problem>(await owner.post(`/tickets/${id}/assign`, { assigneeId: agent.id }).expect(400));
    expect(refused.errors).toMatchObject([{ pointer: '/assigneeId', code: 'NOT_FOUND' }]);
    expect(bodyOf<MemberBody>(await owner.post(`/members/${agent.id}/reactivate`).expect(200))).toMatchObject({ status: 'active', deactivatedAt: null });
    await agent.get('/auth/session').expect(401);
    await owner.post(`/tickets/${id}/assign`, { assigneeId: agent.id }).expect(200);
  });

  it('leaves no open ticket with who left, however assigning and deactivating race', async () => {
    const { owner, admin, agent } = await team();
    const made = await Promise.all(Array.from({ length: 12 }, async (_, n) => bodyOf<TicketBody>(await owner.post('/tickets', { subject: `Race ${n}` }).expect(201)).id));
    const assigning = made.map((id) => owner.post(`/tickets/${id}/assign`, { assigneeId: agent.id }).then(({ status }) => status));
    const [statuses] = await Promise.all([Promise.all(assigning), admin.post(`/members/${agent.id}/deactivate`).expect(200)]);
    expect(statuses.filter((status) => status !== 200 && status !== 400)).toEqual([]);
    expect(bodyOf<{ items: TicketBody[] }>(await owner.get(`/tickets?assignee=${agent.id}`)).items).toEqual([]);
  });
});

it('lists members by status and role, by name and by joining', async () => {
  const { owner, agent } = await team();
  await owner.post(`/members/${agent.id}/deactivate`).expect(200);
  const names = async (query: string) => bodyOf<{ items: MemberBody[] }>(await owner.get(`/members?${query}`).expect(200)).items.map(({ role }) => role);
  expect(await names('')).toEqual(['owner', 'admin', 'agent']);
  expect(await names('sort=-joinedAt')).toEqual(['agent', 'admin', 'owner']);
  expect(await names('status=active&sort=name')).toEqual(['admin', 'owner']);
  expect(await names('status=deactivated')).toEqual(['agent']);
  expect(await names('role=owner')).toEqual(['owner']);
});
