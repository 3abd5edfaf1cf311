import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EventEnvelope } from '@kontor/contracts/events';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { BackendProcess } from '../support/backend-process.ts';
import { asSuperuser } from '../support/databases.ts';
import { numbers, readFeed, seqs } from '../support/events.ts';
import { newTenant, type Person } from '../support/people.ts';
import { connect, waitFor } from '../support/sockets.ts';

const channel = 'tickets:updates';
let backend: BackendProcess;
beforeAll(async () => {
  backend = await BackendProcess.open();
}, 60_000);
afterAll(() => backend.close());

/** Writes until the backend is gone, and remembers what was acknowledged. */
async function write(agent: Person, acknowledged: string[]): Promise<void> {
  for (;;) {
    const answer = await agent.post('/tickets', { subject: 'Under fire', tags: ['fire'] }).catch(() => undefined);
    if (!answer) return;
    expect(answer.status).toBe(201);
    acknowledged.push((answer.body as TicketBody).id);
  }
}

/** Catches up from what was heard before, and listens until the backend is gone. */
async function listen(agent: Person, heard: EventEnvelope[]): Promise<void> {
  const reader = await connect(backend, agent.token);
  reader.socket.on('event', (event) => heard.push(event));
  await reader.subscribe({ channel, since: heard.at(-1)?.seq ?? 0 });
}

it('killed ten times under writes, it has every acknowledged write, and its readers every event once and in order', async () => {
  const agent = await (await newTenant(backend)).join();
  const [acknowledged, heard]: [string[], EventEnvelope[]] = [[], []];
  for (const round of numbers(1, 10)) {
    await listen(agent, heard);
    const writing = Promise.all(numbers(1, 4).map(() => write(agent, acknowledged)));
    await waitFor(() => acknowledged.length >= round * 12 || undefined, 15_000);
    await backend.end('SIGKILL');
    await writing;
    await backend.start();
  }
  await listen(agent, heard);
  const stored = await readFeed(agent);
  await waitFor(() => heard.length >= stored.length || undefined);
  expect(seqs(stored)).toEqual(numbers(1, stored.length));
  expect(heard).toEqual(stored);
  const created = stored.map(({ data }) => (data as TicketBody).id);
  expect(new Set(created).size).toBe(created.length);
  expect(created).toEqual(expect.arrayContaining(acknowledged));
  for (const id of [acknowledged[0]!, ...acknowledged.slice(-10)]) await agent.get(`/tickets/${id}`).expect(200);
  const { body } = (await agent.get('/tickets?tag=fire&count=true').expect(200)) as { body: unknown };
  expect((body as { count: number }).count).toBe(created.length);
}, 60_000);

it('asked to end, it answers what is under way, takes no more, and ends well', async () => {
  const agent = await (await newTenant(backend)).join();
  const reader = await connect(backend, agent.token);
  const underWay = await asSuperuser(backend.database.superuserUrl, async (client) => {
    await client.query('BEGIN; LOCK TABLE tickets IN SHARE MODE');
    const answer = agent.post('/tickets', { subject: 'In time' }).then((given) => given);
    await waitFor(async () => {
      const { rowCount } = await client.query(`SELECT 1 FROM pg_locks WHERE relation = 'tickets'::regclass AND NOT granted`);
      return rowCount ? true : undefined;
    });
    const ended = backend.end('SIGTERM');
    await waitFor(() => reader.socket.disconnected || undefined);
    await waitFor(() => agent.get('/tickets').then(({ status }) => status === 503 || undefined, () => true));
    await client.query('COMMIT');
    return { answer: await answer, code: await ended };
  });
  expect([underWay.answer.status, underWay.code]).toEqual([201, 0]);
  await backend.start();
  await agent.get(`/tickets/${(underWay.answer.body as TicketBody).id}`).expect(200);
});

it('starts at once on a port and a database that a killed one held, and says in one line what it lacks', async () => {
  await backend.end('SIGKILL');
  await expect(backend.startAnother({ DATABASE_URL: 'postgresql://kontor_app:x@127.0.0.1:1/none' })).rejects.toThrow(
    /ended with 1: Kontor's backend cannot start: .*/,
  );
  await backend.start();
  expect((await fetch(`${backend.origin}/health/live`)).status).toBe(200);
  await waitFor(async () => (await fetch(`${backend.origin}/health/ready`)).ok || undefined);
});
