import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { BODIES } from '../support/bodies.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { routesOf } from '../support/routes.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

async function team(): Promise<{ agent: Person; narrow: Person; owner: Person; foreign: TicketBody; own: TicketBody }> {
  const tenant = await newTenant(app);
  const [owner, agent] = [await tenant.join({ role: 'owner' }), await tenant.join({ role: 'agent' })];
  const narrow = await tenant.join({ role: 'agent', visibility: 'own' });
  const foreign = bodyOf<TicketBody>(await agent.post('/tickets', { subject: 'Secret', tags: ['secret'], requester: { email: 'rosa@school.test' } }).expect(201));
  const own = bodyOf<TicketBody>(await narrow.post('/tickets', { subject: 'Mine', tags: ['mine'] }).expect(201));
  return { agent, narrow, owner, foreign, own };
}

it('is 404 on every ticket route for a ticket of others', async () => {
  const { narrow, foreign, own } = await team();
  const routes = routesOf(app).filter(({ path }) => path.startsWith('/api/v1/tickets/:id'));
  expect(routes.length).toBeGreaterThan(6);
  for (const { method, path } of routes) {
    const ask = (id: string) => narrow[method.toLowerCase() as 'post'](path.replace('/api/v1', '').replace(':id', id), BODIES[`${method} ${path}`]).set('if-match', '"1"');
    const answer = await ask(foreign.id);
    expect([method, path, answer.status]).toEqual([method, path, 404]);
    expect(JSON.stringify(answer.body)).not.toContain('Secret');
    expect((await ask(own.id)).status).not.toBe(404);
  }
});

it('shows neither tickets, counts nor tags of others', async () => {
  const { narrow, foreign } = await team();
  for (const query of ['', 'count=true&status=new', 'tag=secret&count=true', `number=${foreign.number}&count=true`, `requester=${foreign.requester!.id}&count=true`, 'sort=number&limit=1&count=true']) {
    const answer = await narrow.get(`/tickets?${query}`).expect(200);
    expect(answer.text).not.toContain('Secret');
    if (query.includes('count')) expect(bodyOf<{ count: number }>(answer).count).toBeLessThanOrEqual(1);
  }
  expect(bodyOf<{ items: object[] }>(await narrow.get('/tickets/tags').expect(200)).items).toEqual([{ tag: 'mine', count: 1 }]);
});

it('follows the assignment: what one is given one sees, what is taken is gone', async () => {
  const { agent, narrow, foreign } = await team();
  await agent.post(`/tickets/${foreign.id}/assign`, { assigneeId: narrow.id }).expect(200);
  await narrow.get(`/tickets/${foreign.id}`).expect(200);
  const handed = bodyOf<TicketBody>(await narrow.post(`/tickets/${foreign.id}/assign`, { assigneeId: agent.id }).expect(200));
  expect(handed.assignee?.id).toBe(agent.id);
  await narrow.get(`/tickets/${foreign.id}`).expect(404);
});

it('holds from the next request on', async () => {
  const { owner, agent, foreign } = await team();
  const other = await agent.get(`/tickets/${foreign.id}`).expect(200);
  expect(other.body).toMatchObject({ subject: 'Secret' });
  const { agent: stranger } = await team();
  await stranger.get(`/tickets/${foreign.id}`).expect(404);
  await owner.patch(`/members/${agent.id}`, { ticketVisibility: 'own' }).expect(200);
  await agent.get(`/tickets/${foreign.id}`).expect(200);
  const elsewhere = bodyOf<TicketBody>(await owner.post('/tickets', { subject: 'Owner only' }).expect(201));
  await agent.get(`/tickets/${elsewhere.id}`).expect(404);
  await owner.patch(`/members/${agent.id}`, { ticketVisibility: 'all' }).expect(200);
  await agent.get(`/tickets/${elsewhere.id}`).expect(200);
});
