import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TicketBody, TicketCountsBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
import { newTenant, type Person } from '../support/people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const countsOf = async (person: Person) => (await person.get('/tickets/counts?days=3').expect(200)).body as TicketCountsBody;

it('counts what is unsolved, whose it is, and what came in by day of the zone, as far as the member sees', async () => {
  const tenant = await newTenant(app);
  const [agent, narrow] = [await tenant.join({ role: 'agent' }), await tenant.join({ role: 'agent', visibility: 'own' })];
  await agent.patch('/users/me', { timeZone: 'Asia/Jakarta' }).expect(200);
  const tickets: string[] = [];
  for (const subject of ['a', 'b', 'c']) tickets.push(((await agent.post('/tickets', { subject })).body as TicketBody).id);
  await agent.post(`/tickets/${tickets[0]}/assign`, { assigneeId: narrow.id }).expect(200);
  await agent.post(`/tickets/${tickets[1]}/assign`, { assigneeId: agent.id }).expect(200);
  await agent.post(`/tickets/${tickets[1]}/transition`, { status: 'solved' }).expect(200);
  // One of them came in a second before Jakarta's midnight, which is 17:00 UTC.
  await asSuperuser(app.database.superuserUrl, (client) =>
    client.query(
      `UPDATE tickets SET created_at = date_trunc('day', now() AT TIME ZONE 'Asia/Jakarta') AT TIME ZONE 'Asia/Jakarta' - interval '1 second' WHERE id = $1`,
      [tickets[2]],
    ),
  );
  const counts = await countsOf(agent);
  expect(counts.unsolved).toContainEqual({ status: 'new', count: 2 });
  expect([counts.mine, counts.unassigned]).toEqual([0, 1]);
  expect(counts.created.map(({ count }) => count)).toEqual([0, 1, 2]);
  expect(counts.created.map(({ from }) => from.slice(11))).toEqual(['17:00:00Z', '17:00:00Z', '17:00:00Z']);
  const seen = await countsOf(narrow);
  expect([seen.mine, seen.unassigned, seen.created.at(-1)?.count]).toEqual([1, 0, 1]);
});
