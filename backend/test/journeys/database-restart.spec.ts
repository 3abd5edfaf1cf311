import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Problem } from '@kontor/contracts/errors';
import { startEmbeddedPostgres, stopServer } from '../../src/platform/database/embedded-postgres.ts';
import { BackendProcess, buildBackend, type Build } from '../support/backend-process.ts';
import { numbers, readFeed, seqs } from '../support/events.ts';
import { newTenant, PASSWORD, type Person } from '../support/people.ts';
import { connect, waitFor } from '../support/sockets.ts';
import { prepareDatabase, type PASSWORDS, roleUrl, TEMPLATE } from '../support/test-database.ts';

const channel = 'tickets:updates';
let dataDir: string;
let build: Build;
let backend: BackendProcess;
let agent: Person;
beforeAll(async () => {
  dataDir = await realpath(await mkdtemp(join(tmpdir(), 'kontor-restart-')));
  build = await buildBackend();
  const { superuserUrl } = await startEmbeddedPostgres({ dataDir, durable: false });
  await prepareDatabase(superuserUrl);
  backend = await BackendProcess.start(build, {
    name: TEMPLATE,
    superuserUrl: superuserUrl.replace(/\/[^/]*$/, `/${TEMPLATE}`),
    url: (role: keyof typeof PASSWORDS) => roleUrl(superuserUrl, role, TEMPLATE),
    drop: async () => undefined,
  });
  agent = await (await newTenant(backend)).join();
}, 60_000);
afterAll(async () => {
  await backend.end('SIGKILL');
  await stopServer(dataDir);
  await Promise.all([build.remove(), rm(dataDir, { recursive: true, force: true })]);
});

const health = (kind: 'live' | 'ready') => request(backend.origin).get(`/health/${kind}`);
const signIn = () => request(backend.origin).post('/api/v1/auth/sign-in').send({ email: agent.email, password: PASSWORD });

it('answers 503 while its database is away, never 500, is ready again by itself, and loses no event', async () => {
  await waitFor(async () => ((await health('ready')).status === 200 ? true : undefined));
  const reader = await connect(backend, agent.token);
  await reader.subscribe({ channel });
  const statuses = new Set<number>();
  let isWriting = true;
  const writers = numbers(1, 4).map(async () => {
    while (isWriting) statuses.add((await agent.post('/tickets', { subject: 'Through it all' })).status);
  });
  await reader.until((events) => events.length > 20);

  await stopServer(dataDir);
  const reads = [() => agent.get('/tickets'), () => agent.get('/auth/session'), () => health('ready')];
  for (const ask of [...reads, () => agent.post('/tickets', { subject: 'Now' }), signIn]) {
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

  await startEmbeddedPostgres({ dataDir, durable: false });
  await waitFor(async () => ((await health('ready')).status === 200 ? true : undefined), 15_000);
  isWriting = false;
  await Promise.all(writers);
  expect([...statuses].sort()).toEqual([201, 503]);
  await agent.post('/tickets', { subject: 'After' }).expect(201);
  const stored = await readFeed(agent);
  expect(seqs(stored)).toEqual(numbers(1, stored.length));
  expect(await reader.until((events) => events.length >= stored.length)).toEqual(stored);
  reader.close();
}, 60_000);
