import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { SubscribeAnswer } from '@kontor/contracts/realtime';
import { startApp, type TestApp } from '../support/app.ts';
import { append, numbers, seqs } from '../support/events.ts';
import { newTenant, type Person } from '../support/people.ts';
import { connect } from '../support/sockets.ts';

const channel = 'tickets:updates';
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const happen = (person: Person, count: number) =>
  append(app, person, numbers(1, count).map((n) => ({ channel, type: 'ticket_updated' as const, data: { n } })));

it('stops replaying the past to a reader who has left the channel and come back', async () => {
  const agent = await (await newTenant(app)).join();
  await happen(agent, 1_200);
  const reader = await connect(app, agent.token);
  let leftAt = 0;
  const first = reader.subscribe({ channel, since: 0 });
  reader.socket.emit('unsubscribe', { channel }, () => (leftAt = reader.events.length));
  const second = reader.subscribe({ channel, since: 100 });
  await Promise.all([first, second, happen(agent, 3)]);
  expect(await second).toMatchObject({ ok: true, seq: expect.any(Number) });
  await reader.until((events) => events.at(-1)?.seq === 1_203);
  expect(seqs(reader.events.slice(leftAt))).toEqual(numbers(101, 1_203));
  reader.close();
});

it('sends nothing more once it has said that the reader left', async () => {
  const agent = await (await newTenant(app)).join();
  await happen(agent, 1_200);
  const [reader, witness] = [await connect(app, agent.token), await connect(app, agent.token)];
  await witness.subscribe({ channel });
  const subscribed = reader.subscribe({ channel, since: 0 });
  let leftAt = -1;
  reader.socket.emit('unsubscribe', { channel }, () => (leftAt = reader.events.length));
  await subscribed;
  await happen(agent, 3);
  await witness.until((events) => events.length === 3);
  await reader.socket.emitWithAck('unsubscribe', { channel });
  expect(reader.events).toHaveLength(leftAt);
  [reader, witness].forEach(({ close }) => close());
});

it('loses and doubles nothing for 30 readers who come while a stream of writes goes on', async () => {
  const agent = await (await newTenant(app)).join();
  await happen(agent, 600);
  const readers = await Promise.all(numbers(1, 30).map(() => connect(app, agent.token)));
  const writes = (async () => {
    for (const _ of numbers(1, 100)) await happen(agent, 1);
  })();
  const answers: SubscribeAnswer[] = [];
  for (const [n, reader] of readers.entries()) {
    answers.push(await reader.subscribe(n % 3 === 0 ? { channel } : { channel, since: n * 20 }));
  }
  await writes;
  for (const [n, reader] of readers.entries()) {
    const answer = answers[n] as { seq: number };
    const missed = numbers(n % 3 === 0 ? answer.seq + 1 : n * 20 + 1, 700);
    expect(seqs(await reader.until((all) => all.length >= missed.length))).toEqual(missed);
    reader.close();
  }
});

it('survives readers who vanish in the middle of their replay', async () => {
  const agent = await (await newTenant(app)).join();
  await happen(agent, 1_500);
  const readers = await Promise.all(numbers(1, 20).map(() => connect(app, agent.token)));
  for (const reader of readers) {
    reader.subscribe({ channel, since: 0 }).catch(() => undefined);
    setImmediate(() => reader.socket.io.engine.close());
  }
  const witness = await connect(app, agent.token);
  await witness.subscribe({ channel, since: 1_490 });
  await happen(agent, 1);
  expect(seqs(await witness.until((events) => events.at(-1)?.seq === 1_501))).toEqual(numbers(1_491, 1_501));
  witness.close();
});
