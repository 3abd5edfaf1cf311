import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Channels } from '../../src/platform/events/channels.ts';
import { Jobs } from '../../src/platform/jobs/jobs.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { routesOf } from '../support/routes.ts';
import { connect } from '../support/sockets.ts';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp({ KONTOR_MODULES: 'users,contacts' });
  owner = await (await newTenant(app)).join({ role: 'owner' });
});
afterAll(() => app.close());

const LEFT_OUT = /ticket|canned|notification|attachment|field|webhook/;

it('leaves no route of a domain that is not loaded, and no word of it in the description', async () => {
  expect(routesOf(app).filter(({ path }) => LEFT_OUT.test(path))).toEqual([]);
  await owner.get('/tickets').expect(404);
  const document = (await (await fetch(`${app.origin}/api/openapi.json`)).json()) as { paths: object };
  expect(Object.keys(document.paths).filter((path) => LEFT_OUT.test(path))).toEqual([]);
});

it('leaves no channel and no job', async () => {
  expect(['tickets:updates', 'notifications:updates'].map((channel) => app.nest.get(Channels).has(channel))).toEqual([false, false]);
  const reader = await connect(app, owner.token);
  expect(await reader.subscribe({ channel: 'tickets:updates' })).toMatchObject({ ok: false, error: { code: 'VALIDATION_FAILED' } });
  expect(await reader.subscribe({ channel: 'contacts:updates' })).toMatchObject({ ok: true });
  reader.close();
  expect([...app.nest.get(Jobs).works].filter(({ kind }) => LEFT_OUT.test(kind))).toEqual([]);
});

it('offers nobody what is not there: a session has no permission for it, whatever the role', async () => {
  const { body } = (await owner.get('/auth/session').expect(200)) as { body: unknown };
  const { permissions } = body as { permissions: string[] };
  expect(permissions.filter((permission) => LEFT_OUT.test(permission))).toEqual([]);
  expect(permissions).toEqual(expect.arrayContaining(['contact:create', 'member:invite', 'tenant:update']));
  await owner.post('/contacts', { name: 'Ada' }).expect(201);
});
