import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Clock } from '../../src/platform/clock.ts';
import { requestContext } from '../../src/platform/context.ts';
import { Database } from '../../src/platform/database/database.ts';
import { ProblemError } from '../../src/platform/http/problems.ts';
import { Quotas, type QuotaKeys } from '../../src/platform/throttling/quotas.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
import { newTenant } from '../support/people.ts';

const NOW = Date.parse('2026-11-20T02:00:00.000Z');
const SIX_HOURS = 21_600;

/** Two processes are two applications over one database. */
let one: TestApp;
let other: TestApp;
let now: number;
beforeAll(async () => {
  const quota = { KONTOR_QUOTA_PASSWORD_RESET: '12', KONTOR_QUOTA_PASSWORD_RESET_PER_DAY: '4' };
  one = await startApp(quota);
  other = await startApp({ ...quota, DATABASE_URL: one.database.url('app'), DATABASE_SYSTEM_URL: one.database.url('system') });
  for (const app of [one, other]) app.nest.get(Clock).now = () => new Date(now);
});
afterAll(async () => {
  await other.close();
  await one.close();
});
beforeEach(() => {
  now = NOW;
});

interface Told {
  /** Seconds to wait; 0 where it was given. */
  retryAfter: number;
  headers: Record<string, string>;
}

/** A unit of work that charges, does `more` and commits. */
async function charge(app: TestApp, keys: QuotaKeys, tenantId: string | null = null, more: () => unknown = () => undefined): Promise<Told> {
  const headers: Record<string, string> = {};
  const setHeader = (name: string, value: string) => void (headers[name] = value);
  const work = async () => {
    await app.nest.get(Quotas).charge('PASSWORD_RESET', keys);
    await more();
  };
  try {
    const context = { traceId: '0'.repeat(32), address: '', userAgent: null, isFrontend: false, setHeader };
    await requestContext.run(context, () => app.nest.get(Database).run({ scope: { tenantId, userId: null } }, work));
    return { retryAfter: 0, headers };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    expect(error.code).toBe('QUOTA_EXCEEDED');
    return { retryAfter: error.extras.retryAfter!, headers };
  }
}

describe('a quota of 12 refilled 4 a day', () => {
  it('passes 12 of 13 at once over two processes, and says to the second when the next comes', async () => {
    const account = randomUUID();
    const answers = await Promise.all(Array.from({ length: 13 }, (_, n) => charge(n % 2 ? one : other, { account })));
    expect(answers.map(({ retryAfter }) => retryAfter).sort((a, b) => a - b)).toEqual([...Array<number>(12).fill(0), SIX_HOURS]);
    now += 10_000_000;
    for (const app of [one, other]) expect((await charge(app, { account })).retryAfter).toBe(11_600);
    now += 11_600_000;
    expect((await charge(one, { account })).retryAfter).toBe(0);
    expect((await charge(other, { account })).retryAfter).toBe(SIX_HOURS);
  });

  it('tells what is left in the headers of the answer', async () => {
    const account = randomUUID();
    expect((await charge(one, { account })).headers).toEqual({ 'ratelimit-policy': '"PASSWORD_RESET";q=12;w=259200', ratelimit: '"PASSWORD_RESET";r=11;t=21600' });
    for (let n = 0; n < 10; n += 1) await charge(one, { account });
    expect((await charge(one, { account })).headers['ratelimit']).toBe('"PASSWORD_RESET";r=0;t=259200');
    expect((await charge(one, { account })).headers['ratelimit']).toBe('"PASSWORD_RESET";r=0;t=259200');
  });

  it('costs nothing where it is refused, or rolled back, or taken back with an attempt', async () => {
    const account = randomUUID();
    const boom = new ProblemError('QUOTA_EXCEEDED', 'x', { retryAfter: 1 });
    for (let n = 0; n < 20; n += 1) await charge(one, { account }, null, () => Promise.reject(boom));
    for (let n = 0; n < 11; n += 1) expect((await charge(one, { account })).retryAfter).toBe(0);
    const caught = async () => {
      const charges = Array.from({ length: 5 }, () => () => one.nest.get(Quotas).charge('PASSWORD_RESET', { account }));
      for (const again of charges) await again().catch(() => undefined);
    };
    // The twelfth; five more inside it are refused and caught, and what it does is committed.
    expect((await charge(one, { account }, null, caught)).retryAfter).toBe(0);
    for (let n = 0; n < 5; n += 1) expect((await charge(one, { account })).retryAfter).toBe(SIX_HOURS);
  });

  it('takes of all its keys or of none', async () => {
    const [account, free] = [randomUUID(), randomUUID()];
    for (let n = 0; n < 12; n += 1) await charge(one, { account });
    for (let n = 0; n < 12; n += 1) expect((await charge(one, { account, user: free })).retryAfter).toBe(SIX_HOURS);
    for (let n = 0; n < 12; n += 1) expect((await charge(one, { user: free })).retryAfter).toBe(0);
    expect((await charge(one, { user: free })).retryAfter).toBe(SIX_HOURS);
  });

  it('is one for 200 addresses of an IPv6 /64', async () => {
    const answers: Told[] = [];
    for (let n = 0; n < 200; n += 1) answers.push(await charge(one, { address: `2001:db8:9:9::${n.toString(16)}` }));
    expect(answers.filter(({ retryAfter }) => retryAfter === 0)).toHaveLength(12);
    expect((await charge(one, { address: '2001:db8:9:a::1' })).retryAfter).toBe(0);
  });

  it('is another in each tenant', async () => {
    const [a, b] = [(await newTenant(one)).id, (await newTenant(one)).id];
    for (const tenant of [a, b]) for (let n = 0; n < 12; n += 1) expect((await charge(one, { tenant: true }, tenant)).retryAfter).toBe(0);
    for (const tenant of [a, b]) expect((await charge(other, { tenant: true }, tenant)).retryAfter).toBe(SIX_HOURS);
  });
});

it('keeps no row for long that is full again, and no account in plain words', async () => {
  const rows = () => asSuperuser(one.database.superuserUrl, async (client) => (await client.query<{ subject: string }>(`SELECT subject FROM quotas WHERE tenant_id IS NULL`)).rows);
  for (let n = 0; n < 30; n += 1) await charge(one, { account: `somebody-${n}@kontor.test` });
  expect((await rows()).filter(({ subject }) => subject.includes('somebody'))).toEqual([]);
  now += 100 * 86_400_000;
  for (let n = 0; n < 5; n += 1) await charge(one, { address: '203.0.113.77' });
  expect(await rows()).toEqual([{ subject: 'address:203.0.113.77' }]);
});
