import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TicketBody, TimelineEntryBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant } from '../support/people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('creates, assigns, answers, notes and solves a ticket, and keeps its history', async () => {
  const agent = await (await newTenant(app)).join({ role: 'agent', name: 'Tom Becker' });
  const created = await agent
    .post('/tickets', { subject: 'Oven 3', body: 'It drifts.', requester: { email: 'Rosa@School.test' }, tags: ['equipment'] })
    .expect(201);
  const { id, number, version } = created.body as TicketBody;
  expect(created.headers['location']).toBe(`/api/v1/tickets/${id}`);
  expect(created.headers['etag']).toBe('"1"');
  expect([number, version]).toEqual([1, 1]);
  expect((created.body as TicketBody).requester).toMatchObject({ email: 'rosa@school.test', name: 'rosa' });

  await agent.post(`/tickets/${id}/assign`, { assigneeId: agent.id }).expect(200);
  await agent.post(`/tickets/${id}/reply`, { body: 'We are on it.' }).expect(201);
  await agent.post(`/tickets/${id}/note`, { body: 'Thermostat?' }).expect(201);
  const solved = await agent.post(`/tickets/${id}/transition`, { status: 'solved' }).expect(200);
  expect(solved.body).toMatchObject({ status: 'solved', assignee: { name: 'Tom Becker' }, version: 5, preview: 'We are on it.' });

  const { body } = (await agent.get(`/tickets/${id}/timeline`).expect(200)) as { body: unknown };
  const entries = (body as { items: TimelineEntryBody[] }).items.toReversed();
  expect(entries.map((entry) => entry.body ?? `${entry.field} ${entry.from} > ${entry.to}`)).toEqual([
    'It drifts.',
    'assignee null > Tom Becker',
    'We are on it.',
    'status new > open',
    'Thermostat?',
    'status open > solved',
  ]);
  expect(entries[0]?.author).toMatchObject({ type: 'contact', name: 'rosa' });
});
