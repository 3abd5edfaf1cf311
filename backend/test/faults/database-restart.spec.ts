import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Problem } from '@kontor/contracts/errors';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startEmbeddedPostgres, stopServer } from '../../src/platform/database/embedded-postgres.ts';
import { readPostmaster } from '../../src/platform/database/postmaster.ts';
import { BackendProcess } from '../support/backend-process.ts';
import { numbers, readFeed, seqs } from '../support/events.ts';
import { newTenant, PASSWORD, type Person } from '../support/people.ts';
import { connect, waitFor } from '../support/sockets.ts';
import { prepareDatabase, type PASSWORDS, roleUrl, TEMPLATE } from '../support/test-database.ts';

const channel = 'tickets:updates';
let dataDir: string;
let backend: BackendProcess;
let agent: Person;
beforeAll(async () => {
  dataDir = await realpath(await mkdtemp(join(tmpdir(), 'kontor-restart-')));
  const { superuserUrl } = await startEmbeddedPostgres({ dataDir });
  await prepareDatabase(superuserUrl);
  const database = {
    name: TEMPLATE,
    superuserUrl: superuserUrl.replace(/\/[^/]*$/, `/${TEMPLATE}`),
    url: (role: keyof typeof PASSWORDS) => roleUrl(superuserUrl, role, TEMPLATE),
    drop: async () => undefined,
  };
  backend = await BackendProcess.open({ database });
  agent = await (await newTenant(backend)).join();
}, 60_000);
afterAll(async () => {
  await backend.close();
  await stopServer(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

const health = (kind: 'live' | 'ready') => request(backend.origin).get(`/health/${kind}`);
const signIn = () => request(backend.origin).post('/api/v1/auth/sign-in').send({ email: agent.email, password: PASSWORD });

/** Four writers that go on through whatever happens. */
function keepWriting() {
  const [statuses, acknowledged] = [new Set<number>(), new Set<string>()];
  let isOver = false;
  const write = async () => {
    while (!isOver) {
      const answer = await agent.post('/tickets', { subject: 'Through it all' });
      statuses.add(answer.status);
      if (answer.status === 201) acknowledged.add((answer.body as TicketBody).id);
    }
  };
  const writers = Promise.all(numbers(1, 4).map(write));
  return {
    end: async () => {
      isOver = true;
      await writers;
      return { statuses: [...statuses].sort(), acknowledged: [...acknowledged] };
    },
  };
}

async function expectUnavailable(): Promise<void> {
  const asked = [() => agent.get('/tickets'), () => agent.get('/auth/session'), () => health('ready'), () => agent.post('/tickets', { subject: 'Now' }), signIn];
  for (const ask of asked) {
    const answer = await ask();
    expect([answer.status, answer.type]).toEqual([503, 'application/problem+json']);
    expect(answer.body as Problem).toMatchObject({ code: 'UNAVAILABLE', retryable: true });
    expect(answer.text).not.toMatch(/127\.0\.0\.1|ECONN|postgres|select|terminat/i);
  }
  expect((await health('live')).status).toBe(200);
  const refused = await connect(backend, agent.token).then(
    async (late) => (await late.subscribe({ channel })) as unknown as { error: Problem },
    (error: Problem) => ({ error }),
  );
  expect(refused.error).toMatchObject({ code: 'UNAVAILABLE' });
}

const OUTAGES: Record<string, () => Promise<unknown>> = {
  stopped: () => stopServer(dataDir),
  killed: async () => process.kill(readPostmaster(join(dataDir, 'postgres'))!.pid, 'SIGKILL'),
};

it.each(Object.entries(OUTAGES))('answers 503 while its database is %s, never 500, is ready again by itself, and loses nothing', async (_, outage) => {
  await waitFor(async () => ((await health('ready')).status === 200 ? true : undefined));
  const reader = await connect(backend, agent.token);
  await reader.subscribe({ channel, since: 0 });
  const heard = reader.events.length;
  const writing = keepWriting();
  await reader.until((events) => events.length > heard + 20);
  await outage();
  await waitFor(async () => ((await health('ready')).status === 503 ? true : undefined));
  await expectUnavailable();

  await startEmbeddedPostgres({ dataDir });
  await waitFor(async () => ((await health('ready')).status === 200 ? true : undefined), 15_000);
  await agent.post('/tickets', { subject: 'After' }).expect(201);
  const { statuses, acknowledged } = await writing.end();
  expect(statuses).toEqual([201, 503]);
  const stored = await readFeed(agent);
  expect(seqs(stored)).toEqual(numbers(1, stored.length));
  expect(stored.map(({ data }) => (data as TicketBody).id)).toEqual(expect.arrayContaining(acknowledged));
  expect(await reader.until((events) => events.length >= stored.length)).toEqual(stored);
  reader.close();
}, 60_000);
