import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { Database } from '../../src/platform/database/database.ts';
import { sql } from '../../src/platform/database/statement.ts';
import { Jobs, type EnqueueOptions, type Job, type JobIds } from '../../src/platform/jobs/jobs.ts';
import { POOL } from '../../src/platform/database/tokens.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { moveClock } from '../support/clock.ts';
import { newTenant } from '../support/people.ts';
import { waitFor } from '../support/sockets.ts';
import { withJobs } from '../support/test-jobs.ts';

interface Run {
  ids: JobIds;
  job: Job;
  names: string[];
}
const TENANTS_CONTACTS = sql<{ name: string }>('SELECT name FROM contacts ORDER BY name');
const ADD_CONTACT = sql('INSERT INTO contacts (name) VALUES ($1)');
const HOUR = 3_600_000;

let app: TestApp;
let database: Database;
let jobs: Jobs;
let superuser: Client;
let tenantId: string;
let otherId: string;
const runs: Run[] = [];
let failing = 0;

beforeAll(async () => {
  const retry = { limit: 2, delay: 1, longest: 1 };
  app = await startApp(
    {},
    withJobs({
      told: {
        run: async (ids, job) => {
          const names = (await database.step(() => database.query(TENANTS_CONTACTS))).map(({ name }) => name);
          runs.push({ ids, job, names });
        },
      },
      failing: {
        retry,
        run: () => {
          failing += 1;
          return Promise.reject(new Error('It is broken.'));
        },
      },
    }),
  );
  database = app.nest.get(Database);
  jobs = app.nest.get(Jobs);
  superuser = new Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
  [tenantId, otherId] = [(await newTenant(app)).id, (await newTenant(app)).id];
  for (const [id, name] of [[tenantId, 'Rosa'], [otherId, 'Wanda']] as const) {
    await database.run({ scope: { tenantId: id, userId: null } }, () => database.query(ADD_CONTACT, [name]));
  }
});
afterAll(async () => {
  await superuser.end();
  await app.close();
});

function enqueue(kind: string, ids: JobIds, options?: EnqueueOptions, tenant: string | null = tenantId): Promise<void> {
  return database.run({ scope: { tenantId: tenant, userId: null } }, () => jobs.enqueue(kind, ids, options));
}

/** The runs about `ticketId`, once there are so many. */
function ran(ticketId: string, times = 1): Promise<Run[]> {
  return waitFor(() => {
    const found = runs.filter(({ ids }) => ids['ticketId'] === ticketId);
    return found.length >= times ? found : undefined;
  }, 10_000);
}

async function count(where: string): Promise<number> {
  const { rows } = await superuser.query<{ count: string }>(`SELECT count(*) FROM pgboss.job WHERE ${where}`);
  return Number(rows[0]!.count);
}

describe('a job', () => {
  it('runs in its tenant, soon after its transaction', async () => {
    await enqueue('told', { ticketId: 'a' });
    const [run] = await ran('a');
    expect(run).toMatchObject({ ids: { ticketId: 'a' }, job: { tenantId, attempt: 1, isLast: false }, names: ['Rosa'] });
    expect(Object.keys(run!.ids)).toEqual(['ticketId']);
  });

  it('is never there where its transaction, or the attempt in it, was taken back', async () => {
    const scope = { tenantId, userId: null };
    const failure = database.run({ scope }, async () => {
      await jobs.enqueue('told', { ticketId: 'never' });
      throw new Error('Taken back.');
    });
    await expect(failure).rejects.toThrow('Taken back.');
    await database.run({ scope }, async () => {
      const attempt = database.attempt(async () => {
        await jobs.enqueue('told', { ticketId: 'never' });
        throw new Error('Taken back.');
      });
      await expect(attempt).rejects.toThrow('Taken back.');
      await jobs.enqueue('told', { ticketId: 'b' });
    });
    await ran('b');
    expect(await count(`data->>'ticketId' = 'never'`)).toBe(0);
  });

  it('waits once with a key, in each tenant', async () => {
    const after = new Date(Date.now() + 2 * HOUR);
    await enqueue('told', { ticketId: 'c' }, { after, key: 'c' });
    await enqueue('told', { ticketId: 'c' }, { after, key: 'c' });
    await enqueue('told', { ticketId: 'c' }, { after, key: 'c' }, otherId);
    expect(await count(`data->>'ticketId' = 'c'`)).toBe(2);
  });

  it('may be of no tenant', async () => {
    await enqueue('told', { ticketId: 'd' }, {}, null);
    expect((await ran('d'))[0]).toMatchObject({ job: { tenantId: null }, names: [] });
  });

  it('is tried again, and is a dead letter in the end', async () => {
    await enqueue('failing', { ticketId: 'e' });
    await waitFor(async () => (await count(`name = 'dead-letters' AND source_name = 'failing'`)) || undefined, 20_000);
    expect(failing).toBe(3);
    const { rows } = await superuser.query<{ output: { message: string } }>(`SELECT source_output AS output FROM pgboss.job WHERE name = 'dead-letters'`);
    expect(rows.map(({ output }) => output.message)).toEqual(['Error: It is broken.']);
  }, 30_000);

  it('waits for its time, however far that is', async () => {
    const after = new Date(Date.now() + 90 * 24 * HOUR);
    await enqueue('told', { ticketId: 'f' }, { after });
    await moveClock(app, 90 * 24 * HOUR - HOUR);
    await enqueue('told', { ticketId: 'g' });
    await ran('g');
    expect(runs.some(({ ids }) => ids['ticketId'] === 'f')).toBe(false);
    await moveClock(app, 90 * 24 * HOUR + 1000);
    expect(await ran('f')).toHaveLength(1);
    await moveClock(app, 0);
  });
});

describe('the app role', () => {
  it.each([
    ['adds no job for another tenant', `INSERT INTO pgboss.job_common (id, name, data) SELECT gen_random_uuid(), 'told', jsonb_build_object('tenantId', $2::text) WHERE $1 <> $2`],
    ['adds none of the platform inside a tenant', `INSERT INTO pgboss.job_common (id, name, data) SELECT gen_random_uuid(), 'told', '{"tenantId":null}' WHERE $1 <> $2`],
    ['reads no job', `SELECT data FROM pgboss.job_common WHERE $1 <> $2`],
    ['takes none', `UPDATE pgboss.job_common SET state = 'active' WHERE $1 <> $2`],
    ['takes none away', `DELETE FROM pgboss.job_common WHERE $1 <> $2`],
  ])('%s', async (_, text) => {
    const client = new Client({ connectionString: app.database.url('app') });
    await client.connect();
    await client.query(`SELECT set_config('kontor.tenant', $1, false)`, [tenantId]);
    await expect(client.query(text, [tenantId, otherId])).rejects.toThrow(/permission denied|row-level security/);
    await client.end();
  });
});

it('a kind without a queue keeps the backend from starting; a queue without a kind does not', async () => {
  await superuser.query(`SELECT pgboss.create_queue('of-another-domain', '{"policy":"short"}')`);
  const starting = new Jobs(app.nest.get(POOL));
  starting.register('told', { run: () => Promise.resolve() });
  await starting.onApplicationBootstrap();
  await starting.onApplicationShutdown();
  starting.register('forgotten', { run: () => Promise.resolve() });
  await expect(starting.onApplicationBootstrap()).rejects.toThrow(/no queue for the jobs forgotten/);
  await starting.onApplicationShutdown();
});
