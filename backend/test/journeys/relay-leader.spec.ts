import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Relay } from '../../src/platform/events/relay.ts';
import { AppModule } from '../../src/app.module.ts';
import { createApp } from '../../src/platform/http/create-app.ts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startApp, type TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
import { append, numbers, seqs } from '../support/events.ts';
import { newTenant, type Person } from '../support/people.ts';
import { connect, waitFor } from '../support/sockets.ts';

const channel = 'tickets:updates';
let first: TestApp;
let second: NestFastifyApplication;
let agent: Person;
beforeAll(async () => {
  first = await startApp();
  await waitFor(() => relay(first.nest).leads || undefined);
  second = await createApp(AppModule.with(first.settings), first.settings);
  await second.listen(0, '127.0.0.1');
  agent = await (await newTenant(first)).join();
});
afterAll(async () => {
  await second.close();
  await first.close();
});

const relay = (nest: NestFastifyApplication) => nest.get(Relay);
const happen = async (app: TestApp, person: Person, count: number) => {
  for (const n of numbers(1, count)) await append(app, person, [{ channel, type: 'ticket_updated', data: { n } }]);
};

/** Breaks the connections of every relay of the app's database. @returns how many there were */
const breakRelays = (app: TestApp) =>
  asSuperuser(app.database.superuserUrl, async (client) => {
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'kontor relay'`,
    );
    return rowCount;
  });

it('has one leader, which gives every reader each event once', async () => {
  expect([relay(first.nest).leads, relay(second).leads]).toEqual([true, false]);
  const reader = await connect(first, agent.token);
  await reader.subscribe({ channel });
  await happen(first, agent, 20);
  expect(seqs(await reader.until((events) => events.length >= 20))).toEqual(numbers(1, 20));
  reader.close();
});

it('goes on after its connection was broken, again and again in the middle of writes, with nothing lost or doubled', async () => {
  await using alone = await startApp();
  const person = await (await newTenant(alone)).join();
  const reader = await connect(alone, person.token);
  await reader.subscribe({ channel });
  for (const round of [1, 2, 3]) {
    await waitFor(() => relay(alone.nest).leads || undefined);
    const writing = happen(alone, person, 40);
    expect(await breakRelays(alone)).toBe(1);
    await writing;
    expect(seqs(await reader.until((events) => events.at(-1)?.seq === round * 40))).toEqual(numbers(1, round * 40));
  }
  reader.close();
});

it('hands over when the leader ends: the other one publishes what is new, and readers resume by number', async () => {
  const [leader, standby] = relay(first.nest).leads ? [first.nest, second] : [second, first.nest];
  const standbyOrigin = (await standby.getUrl()).replace('[::1]', '127.0.0.1');
  await leader.get(Relay).onApplicationShutdown();
  await waitFor(() => relay(standby).leads || undefined);
  const reader = await connect({ origin: standbyOrigin }, agent.token);
  await reader.subscribe({ channel, since: 0 });
  const before = reader.events.length;
  await happen(first, agent, 10);
  expect(seqs(await reader.until((events) => events.length >= before + 10))).toEqual(numbers(1, before + 10));
  reader.close();
});
