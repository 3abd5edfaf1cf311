import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { OperationBody } from '../../src/platform/operations/operation.shape.ts';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { BackendProcess } from '../support/backend-process.ts';
import { asSuperuser } from '../support/databases.ts';
import { readFeed } from '../support/events.ts';
import { ended, itemsOf } from '../support/operations.ts';
import { newTenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { waitFor } from '../support/sockets.ts';

let backend: BackendProcess;
beforeAll(async () => {
  backend = await BackendProcess.open();
}, 60_000);
afterAll(() => backend.close());

it('killed half-way, a bulk change has left each ticket whole, and goes on by itself to the end', async () => {
  const agent = await (await newTenant(backend)).join();
  const superuser = <T>(text: string) => asSuperuser(backend.database.superuserUrl, async (client) => (await client.query(text, [agent.tenantId])).rows as T[]);
  await superuser(`INSERT INTO tickets (tenant_id, number, subject, status) SELECT $1::uuid, n, 'Ticket ' || n, 'open' FROM generate_series(1, 400) n`);
  const { id } = bodyOf<OperationBody>(await agent.post('/tickets/bulk', { matching: '', changes: { assigneeId: agent.id, status: 'solved' } }).expect(201));
  const positionOf = async () => (await superuser<{ position: number }>(`SELECT position FROM operations WHERE tenant_id = $1`))[0]!.position;
  await waitFor(async () => (await positionOf()) > 0 || undefined, 20_000);
  await backend.end('SIGKILL');
  // What was under way when it was killed ends when the server notices.
  await waitFor(async () => ((await superuser(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'kontor' AND datname = current_database() AND $1::uuid IS NOT NULL`)).length === 0 || undefined));
  const [halves] = await superuser<{ count: string }>(`SELECT count(*) FROM tickets WHERE tenant_id = $1 AND (status = 'solved') <> (assignee_id IS NOT NULL)`);
  const [solved] = await superuser<{ count: string }>(`SELECT count(*) FROM tickets WHERE tenant_id = $1 AND status = 'solved'`);
  const reached = await positionOf();
  expect([halves!.count, Number(solved!.count)]).toEqual(['0', reached]);
  expect(reached).toBeLessThan(400);
  await backend.start();
  expect(await ended(agent, id, 60_000)).toMatchObject({ state: 'done', position: 400, counts: { changed: 400 } });
  expect((await itemsOf(agent, id)).every(({ outcome }) => outcome === 'changed')).toBe(true);
  const told = (await readFeed(agent)).map(({ type, data }) => `${type} ${(data as TicketBody).id}`);
  expect([told.length, new Set(told).size]).toEqual([800, 800]);
}, 120_000);

it('a dead letter is seen by the operator, and runs once it was sent back', async () => {
  const { id: tenantId } = await newTenant(backend);
  const superuser = <T>(text: string) => asSuperuser(backend.database.superuserUrl, async (client) => (await client.query(text, [tenantId])).rows as T[]);
  await superuser(`INSERT INTO pgboss.job (name, data, source_name, source_id, source_created_on, source_output, policy)
    SELECT 'dead-letters', jsonb_build_object('tenantId', $1::text), 'ticket-close', gen_random_uuid(), now(), '{"message":"Error: It was broken."}', 'standard'`);
  expect(await backend.command('jobs')).toMatch(/^ticket-close +0 +0 +0 +0 +1$/m);
  expect(await backend.command('jobs', 'dead', '--kind', 'ticket-close')).toMatch(/ticket-close +[0-9a-f-]{36} .* Error: It was broken\.$/m);
  expect(await backend.command('jobs', 'replay', '--kind', 'prune')).toBe('0 sent back.\n');
  expect(await backend.command('jobs', 'replay', '--kind', 'ticket-close')).toBe('1 sent back.\n');
  await waitFor(async () => (await superuser(`SELECT 1 FROM pgboss.job WHERE name = 'ticket-close' AND state = 'completed' AND data->>'tenantId' = $1`)).length || undefined, 10_000);
  expect(await backend.command('jobs', 'dead')).toBe('There are no dead letters.\n');
}, 60_000);

it('what a worker that died has left is taken up by another', async () => {
  const { id: tenantId } = await newTenant(backend);
  const superuser = <T>(text: string) => asSuperuser(backend.database.superuserUrl, async (client) => (await client.query(text, [tenantId])).rows as T[]);
  await superuser(`INSERT INTO pgboss.job (name, data, state, policy, singleton_key, started_on, heartbeat_on, heartbeat_seconds, retry_limit)
    SELECT 'ticket-close', jsonb_build_object('tenantId', $1::text), 'active', 'short', 'left', now(), now(), 10, 5`);
  await waitFor(async () => (await superuser(`SELECT 1 FROM pgboss.job WHERE singleton_key = 'left' AND state = 'completed' AND data->>'tenantId' = $1`)).length || undefined, 40_000);
}, 60_000);
