import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database } from '../../src/platform/database/database.ts';
import { Quotas } from '../../src/platform/throttling/quotas.ts';
import type { LimitsBody } from '../../src/users/limits/limits.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ KONTOR_LIMIT_READ: '100', KONTOR_LIMIT_USER_ACTION: '20', KONTOR_LIMIT_EXPENSIVE: '4', KONTOR_QUOTA_PASSWORD_RESET: '12' });
});
afterAll(() => app.close());

it('tells an owner who has used how much, the most of a limit first, and of no other workspace', async () => {
  const tenant = await newTenant(app);
  const [owner, busy] = [await tenant.join({ role: 'owner', name: 'Ola' }), await tenant.join({ name: 'Budi' })];
  const stranger = await (await newTenant(app)).join();
  for (let n = 0; n < 20; n += 1) await stranger.get('/members');
  for (let n = 0; n < 30; n += 1) await busy.get('/members').expect(200);
  for (let n = 0; n < 3; n += 1) await busy.post('/tickets/export').expect(201);
  const charge = (keys: Parameters<Quotas['charge']>[1]) =>
    app.nest.get(Database).run({ scope: { tenantId: tenant.id, userId: busy.id } }, () => app.nest.get(Quotas).charge('PASSWORD_RESET', keys));
  await charge({ user: busy.id });
  await charge({ tenant: true, user: busy.id });
  const limits = bodyOf<LimitsBody>(await owner.get('/limits').expect(200));
  expect(limits.ofAllProcesses).toBe(false);
  expect(limits.limits).toContainEqual({ name: 'READ', capacity: 100, window: 60 });
  const [export_, read, change, own] = limits.use;
  expect(export_).toMatchObject({ person: { id: busy.id, name: 'Budi' }, limit: 'EXPENSIVE', used: 3, capacity: 4 });
  // What comes back meanwhile is at most the seconds that this test takes.
  expect([read?.limit, read!.used > 20, read!.used <= 30, change?.limit, own?.person.name, limits.use.length]).toEqual(['READ', true, true, 'USER_ACTION', 'Ola', 4]);
  expect(export_!.reset).toBeGreaterThan(30);
  expect(limits.quotas.map(({ reset, ...quota }) => [quota, Math.round(reset / 3_600)])).toEqual([
    [{ name: 'PASSWORD_RESET', subject: 'user', person: { id: busy.id, name: 'Budi' }, used: 2, capacity: 12 }, 12],
    [{ name: 'PASSWORD_RESET', subject: 'tenant', person: null, used: 1, capacity: 12 }, 6],
  ]);
});

it('tells nobody but an owner', async () => {
  const tenant = await newTenant(app);
  for (const role of ['admin', 'agent', 'viewer'] as const) await (await tenant.join({ role })).get('/limits').expect(403);
});
