import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MemberBody } from '../../src/users/users.shapes.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { readFeed } from '../support/events.ts';
import { newTenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('is said by a member, seen by all, and over when it was to be', async () => {
  const tenant = await newTenant(app);
  const [owner, agent] = [await tenant.join({ role: 'owner' }), await tenant.join()];
  const seen = async () => bodyOf<MemberBody>(await owner.get(`/members/${agent.id}`));
  const { version } = await seen();
  const availableFrom = new Date(Date.now() + 3_600_000).toISOString();
  await agent.post('/members/availability', { availability: 'away', availableFrom }).expect(200);
  expect(await seen()).toMatchObject({ availability: 'away', availableFrom: expect.stringContaining(availableFrom.slice(0, 19)), version });
  await behind(app, `UPDATE memberships SET available_from = now() WHERE user_id = $1`, [agent.id]);
  expect(await seen()).toMatchObject({ availability: 'available', availableFrom: null });
  await agent.post('/members/availability', { availability: 'busy' }).expect(200);
  expect(await seen()).toMatchObject({ availability: 'busy', availableFrom: null });
  expect((await readFeed(owner, 'users:updates')).map(({ type, data }) => [type, (data as MemberBody).availability])).toEqual([['member_updated', 'away'], ['member_updated', 'busy']]);
});

it('is refused in the past, and with an end that means nothing', async () => {
  const agent = await (await newTenant(app)).join();
  for (const body of [{ availability: 'away', availableFrom: '2020-01-01T00:00:00Z' }, { availability: 'available', availableFrom: '2099-01-01T00:00:00Z' }, { availability: 'away', availableFrom: 'soon' }, { availability: 'gone' }]) {
    await agent.post('/members/availability', body).expect(400);
  }
});

it('does not stand in the way of who finds a member by name or address', async () => {
  const tenant = await newTenant(app);
  const owner = await tenant.join({ role: 'owner', name: 'Rosa 100% Weber' });
  await tenant.join({ name: 'Tom' });
  const found = async (q: string) => bodyOf<{ items: MemberBody[] }>(await owner.get(`/members?q=${encodeURIComponent(q)}`).expect(200)).items.map(({ name }) => name);
  expect(await found('weber')).toEqual(['Rosa 100% Weber']);
  expect(await found('100%')).toEqual(['Rosa 100% Weber']);
  expect(await found('%')).toEqual(['Rosa 100% Weber']);
  expect(await found(owner.email.slice(0, 12))).toEqual(['Rosa 100% Weber']);
});
