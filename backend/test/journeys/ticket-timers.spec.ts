import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { TicketBody, TimelinePageBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { moveClock } from '../support/clock.ts';
import { readFeed } from '../support/events.ts';
import { newTenant, type Person, type Tenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';
import { waitFor } from '../support/sockets.ts';

const DAY = 86_400_000;

let app: TestApp;
let tenant: Tenant;
let agent: Person;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await moveClock(app, 0);
  tenant = await newTenant(app);
  agent = await tenant.join();
});

const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const read = async (id: string) => bodyOf<TicketBody>(await agent.get(`/tickets/${id}`).expect(200));
const move = async (id: string, body: object) => bodyOf<TicketBody>(await agent.post(`/tickets/${id}/transition`, body).expect(200));
async function create(): Promise<string> {
  const { id } = bodyOf<TicketBody>(await agent.post('/tickets', { subject: 'Oven' }).expect(201));
  await agent.post(`/tickets/${id}/assign`, { assigneeId: agent.id }).expect(200);
  return id;
}
/** The ticket, once it has the status. */
function reached(id: string, status: string): Promise<TicketBody> {
  return waitFor(async () => {
    const ticket = await read(id);
    return ticket.status === status ? ticket : undefined;
  }, 10_000);
}
/** All timers that are due have gone off. */
async function settled(): Promise<void> {
  await waitFor(async () => (await behind(app, `SELECT 1 FROM pgboss.job WHERE name LIKE 'ticket-%' AND state < 'completed' AND start_after <= pgboss.job_now()`)) === 0 || undefined, 10_000);
}

describe('a pending ticket', () => {
  it('opens by itself when its time has come, told by the system', async () => {
    const id = await create();
    const until = inDays(30);
    expect(await move(id, { status: 'pending', until })).toMatchObject({ status: 'pending', pendingUntil: until });
    await moveClock(app, 29 * DAY);
    await settled();
    expect((await read(id)).status).toBe('pending');
    await moveClock(app, 30 * DAY + 1_000);
    expect(await reached(id, 'open')).toMatchObject({ pendingUntil: null });
    const { items } = bodyOf<TimelinePageBody>(await agent.get(`/tickets/${id}/timeline`).expect(200));
    expect(items[0]).toMatchObject({ field: 'status', from: 'pending', to: 'open', author: { type: 'system', id: null } });
    expect((await readFeed(agent)).at(-1)).toMatchObject({ type: 'ticket_status_changed', actor: { type: 'system', id: null } });
  });

  it('waits until the last time that was set, and not at all where that was taken back or it was moved', async () => {
    const [later, never, moved] = [await create(), await create(), await create()];
    for (const id of [later, never, moved]) await move(id, { status: 'pending', until: inDays(1) });
    await move(later, { status: 'pending', until: inDays(3) });
    expect(await move(never, { status: 'pending', until: null })).toMatchObject({ status: 'pending', pendingUntil: null });
    expect(await move(moved, { status: 'hold' })).toMatchObject({ pendingUntil: null });
    await moveClock(app, 2 * DAY);
    await settled();
    expect([(await read(later)).status, (await read(never)).status, (await read(moved)).status]).toEqual(['pending', 'pending', 'hold']);
    await moveClock(app, 4 * DAY);
    await reached(later, 'open');
    expect((await read(never)).status).toBe('pending');
  });

  it('that was merged meanwhile opens once the merge is undone', async () => {
    const [source, target] = [await create(), await create()];
    await move(source, { status: 'pending', until: inDays(1) });
    await agent.post(`/tickets/${source}/merge`, { into: target }).expect(200);
    await moveClock(app, 2 * DAY);
    await settled();
    expect((await read(source)).status).toBe('merged');
    await agent.post(`/tickets/${source}/unmerge`).expect(200);
    await reached(source, 'open');
  });

  it.each([
    ['in the past', { status: 'pending', until: '2020-01-01T00:00:00Z' }, 'INVALID_VALUE'],
    ['with another status', { status: 'hold', until: '2090-01-01T00:00:00Z' }, 'UNKNOWN_FIELD'],
    ['without a zone', { status: 'pending', until: '2090-01-01T00:00:00' }, 'INVALID_FORMAT'],
  ])('does not wait until a time %s', async (_, body, code) => {
    const problem = bodyOf<Problem>(await agent.post(`/tickets/${await create()}/transition`, body).expect(400));
    expect(problem.errors).toMatchObject([{ pointer: '/until', code }]);
  });
});

describe('a solved ticket', () => {
  it('is closed after the days that its workspace has set, and not before', async () => {
    const owner = await tenant.join({ role: 'owner' });
    await owner.patch('/workspace', { autoCloseDays: 7 }).expect(200);
    const [first, second] = [await create(), await create()];
    await move(first, { status: 'solved' });
    await moveClock(app, 2 * DAY);
    await move(second, { status: 'solved' });
    await moveClock(app, 7 * DAY - 60_000);
    await settled();
    expect((await read(first)).status).toBe('solved');
    await moveClock(app, 7 * DAY + 60_000);
    await reached(first, 'closed');
    expect((await read(second)).status).toBe('solved');
    await moveClock(app, 9 * DAY + 120_000);
    await reached(second, 'closed');
  });

  it('stays solved where it was opened again, or where the workspace has set nothing', async () => {
    const owner = await tenant.join({ role: 'owner' });
    const [old, reopened] = [await create(), await create()];
    await move(old, { status: 'solved' });
    await moveClock(app, 30 * DAY);
    await settled();
    expect((await read(old)).status).toBe('solved');
    await move(reopened, { status: 'solved' });
    await move(reopened, { status: 'open' });
    // From now on, also for what was solved before.
    await owner.patch('/workspace', { autoCloseDays: 5 }).expect(200);
    await reached(old, 'closed');
    await moveClock(app, 60 * DAY);
    await settled();
    expect((await read(reopened)).status).toBe('open');
  });

  it('more than one step of them are closed, each once', async () => {
    const owner = await tenant.join({ role: 'owner' });
    await behind(app, `INSERT INTO tickets (tenant_id, number, subject, status, solved_at) SELECT $1::uuid, n, 'Ticket ' || n, 'solved', now() - interval '3 days' FROM generate_series(1, 120) n`, [tenant.id]);
    await owner.patch('/workspace', { autoCloseDays: 2 }).expect(200);
    await waitFor(async () => (await behind(app, `SELECT 1 FROM tickets WHERE tenant_id = $1 AND status = 'closed'`, [tenant.id])) === 120 || undefined, 20_000);
    expect((await readFeed(agent)).filter(({ type }) => type === 'ticket_status_changed')).toHaveLength(120);
  });
});
