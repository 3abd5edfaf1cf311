import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pLimit from 'p-limit';
import type { Channel } from '@kontor/contracts/events';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { append, failCommitOfThrownTickets, numbers, readFeed, seqs } from '../support/events.ts';
import { newTenant } from '../support/people.ts';
import { connect } from '../support/sockets.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await failCommitOfThrownTickets(app);
});
afterAll(() => app.close());

/** As many at once as do not wait longer for a connection than a busy machine allows. */
const atOnce = pLimit(40);
const subject = (n: number) => `${n % 5 === 0 ? 'Thrown' : 'Kept'} ${n}`;

it('numbers 200 parallel writes without gap or reorder, a fifth of them thrown after their events were written', async () => {
  const agent = await (await newTenant(app)).join();
  const reader = await connect(app, agent.token);
  await reader.subscribe({ channel: 'tickets:updates' });
  const answers = await Promise.all(numbers(1, 200).map((n) => atOnce(() => agent.post('/tickets', { subject: subject(n) }))));
  const kept = answers.filter(({ status }) => status === 201).map(({ body }) => (body as TicketBody).id);
  expect(kept).toHaveLength(160);

  const heard = await reader.until((events) => events.length === 160);
  const stored = await readFeed(agent);
  expect(seqs(heard)).toEqual(numbers(1, 160));
  expect(stored).toEqual(heard);
  expect(heard.map(({ data }) => (data as TicketBody).id).sort()).toEqual(kept.sort());
  reader.close();
});

it('numbers two channels of one transaction each on its own, whatever order the transactions take', async () => {
  const agent = await (await newTenant(app)).join();
  const writes = numbers(1, 100).map((n) =>
    atOnce(() => agent.post('/tickets', { subject: subject(n), requester: { email: `person-${n}@school.test` } })),
  );
  await Promise.all(writes);
  const [tickets, contacts] = await Promise.all([readFeed(agent), readFeed(agent, 'contacts:updates')]);
  expect([seqs(tickets), seqs(contacts)]).toEqual([numbers(1, 80), numbers(1, 80)]);
});

/** Transactions that each append some events to some channels in some order, or fail after it. */
const CHANNELS: Channel[] = ['contacts:updates', 'tickets:updates', 'users:updates'];
const transactions = fc.array(
  fc.record({ channels: fc.array(fc.constantFrom(...CHANNELS), { minLength: 1, maxLength: 4 }), thrown: fc.boolean() }),
  { minLength: 1, maxLength: 25 },
);

it('keeps every channel gapless and each transaction together, for any mixture run at once', async () => {
  const tenant = await newTenant(app);
  const property = fc.asyncProperty(transactions, async (plan) => {
    const agent = await tenant.join();
    const before = await Promise.all(CHANNELS.map((channel) => readFeed(agent, channel)));
    const runs = plan.map(({ channels, thrown }, run) =>
      append(app, agent, channels.map((channel, part) => ({ channel, type: 'ticket_updated', data: { run, part } })), thrown).catch(() => undefined),
    );
    await Promise.all(runs);
    for (const [index, channel] of CHANNELS.entries()) {
      const events = await readFeed(agent, channel);
      expect(seqs(events)).toEqual(numbers(1, events.length));
      const written = events.slice(before[index]!.length).map(({ data }) => data as { run: number; part: number });
      const asked = plan.flatMap(({ channels, thrown }, run) => channels.flatMap((name, part) => (name === channel && !thrown ? [{ run, part }] : [])));
      expect([...written].sort((a, b) => a.run - b.run || a.part - b.part)).toEqual(asked);
      const runsInOrder = written.map(({ run }) => run).filter((run, at, all) => run !== all[at - 1]);
      expect(new Set(runsInOrder).size).toBe(runsInOrder.length);
    }
  });
  await fc.assert(property, { numRuns: 15, seed: 20_261_120 });
});

it('cuts data of more than 16 KB to what names the resource', async () => {
  const agent = await (await newTenant(app)).join();
  const large = { id: 'a1', version: 3, text: 'é'.repeat(8_200) };
  const small = { id: 'a2', version: 1, text: 'e'.repeat(16_000) };
  await append(app, agent, [large, small].map((data) => ({ channel: 'tickets:updates' as const, type: 'ticket_updated' as const, data })));
  expect((await readFeed(agent)).map(({ data }) => data)).toEqual([{ id: 'a1', version: 3, truncated: true }, small]);
});
