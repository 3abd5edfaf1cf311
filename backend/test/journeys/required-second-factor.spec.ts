import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import { Database } from '../../src/platform/database/database.ts';
import { Jobs } from '../../src/platform/jobs/jobs.ts';
import { OPERATION_STEP } from '../../src/platform/operations/operations.service.ts';
import type { SessionBody } from '../../src/users/users.shapes.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { BODIES } from '../support/bodies.ts';
import { enrol } from '../support/authenticator.ts';
import { asSuperuser } from '../support/databases.ts';
import { newTenant, PASSWORD, signIn, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { routesOf } from '../support/routes.ts';
import { behind } from '../support/sessions.ts';
import { connect, waitFor } from '../support/sockets.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const SECOND_FACTOR = '/api/v1/auth/second-factor';
/** All that is open to who has yet to set up a second factor. */
const OPEN = [
  'GET /api/v1/auth/session',
  `GET ${SECOND_FACTOR}`,
  `POST ${SECOND_FACTOR}/confirm`,
  `POST ${SECOND_FACTOR}/disable`,
  `POST ${SECOND_FACTOR}/enrol`,
  `POST ${SECOND_FACTOR}/recovery-codes`,
  'POST /api/v1/auth/sign-out',
  'POST /api/v1/auth/switch',
];

async function strict(): Promise<{ owner: Person; agent: Person }> {
  const tenant = await newTenant(app);
  const [owner, agent] = [await tenant.join({ role: 'owner' }), await tenant.join()];
  await enrol(owner);
  await agent.get('/tickets').expect(200);
  await owner.patch('/workspace', { requiresSecondFactor: true }).expect(200);
  return { owner, agent };
}

it('is asked for by owners only, who have one themselves', async () => {
  const tenant = await newTenant(app);
  const [owner, admin] = [await tenant.join({ role: 'owner' }), await tenant.join({ role: 'admin' })];
  await admin.patch('/workspace', { requiresSecondFactor: true }).expect(403);
  expect((await owner.patch('/workspace', { requiresSecondFactor: true }).expect(403)).body).toMatchObject({ code: 'SECOND_FACTOR_REQUIRED' });
});

it('closes everything but setting it up from the next request on, and nothing once it is there', async () => {
  const { owner, agent } = await strict();
  const open: string[] = [];
  for (const { method, path, access } of routesOf(app)) {
    const name = `${method} ${path}`;
    if (access?.kind !== 'member' || name.endsWith('sign-out')) continue;
    const at = path.replace('/api/v1', '').replace(/:\w+/g, '01a1f9fb-fd3f-777e-b8de-0f4cadd32e02');
    const answer = await agent[method.toLowerCase() as 'post'](at, BODIES[name]);
    if ((answer.body as Problem).code !== 'SECOND_FACTOR_REQUIRED') open.push(name);
  }
  expect(open.sort()).toEqual(OPEN.filter((name) => !name.endsWith('sign-out')).sort());
  expect(bodyOf<SessionBody>(await agent.get('/auth/session').expect(200)).mustEnrol).toBe(true);
  await owner.get('/tickets').expect(200);
  await enrol(agent);
  await agent.get('/tickets').expect(200);
  expect(bodyOf<SessionBody>(await agent.get('/auth/session').expect(200)).mustEnrol).toBe(false);
});

it('holds for a session that is opened afterwards, and for sockets', async () => {
  const { agent } = await strict();
  // A secret that no code has confirmed yet is no second factor.
  await agent.post('/auth/second-factor/enrol', { password: PASSWORD }).expect(201);
  const later = await signIn(app, agent.email);
  await later.get('/tickets').expect(403);
  await later.post('/realtime/tokens').expect(403);
  await expect(connect(app, later.token)).rejects.toThrow();
  await enrol(later);
  (await connect(app, later.token)).close();
});

it('stops the long work of who lacks it', async () => {
  const { agent } = await strict();
  const stateOf = () => asSuperuser(app.database.superuserUrl, async (client) => (await client.query(`SELECT state, problem_code FROM operations WHERE user_id = $1 AND finished_at IS NOT NULL`, [agent.id])).rows[0] as unknown);
  const operationId = randomUUID();
  await behind(app, `INSERT INTO operations (id, tenant_id, user_id, kind, parameters) VALUES ($1, $2, $3, 'ticket_export', '{"matching":""}')`, [operationId, agent.tenantId, agent.id]);
  const scope = { tenantId: agent.tenantId, userId: null };
  await app.nest.get(Database).run({ scope }, () => app.nest.get(Jobs).enqueue(OPERATION_STEP, { operationId }, { key: operationId }));
  expect(await waitFor(stateOf)).toEqual({ state: 'failed', problem_code: 'SECOND_FACTOR_REQUIRED' });
});

it('holds in that workspace only', async () => {
  const { agent } = await strict();
  const elsewhere = await (await newTenant(app)).join({ email: agent.email });
  await elsewhere.get('/tickets').expect(200);
  const back = await agent.post('/auth/switch', { tenantId: elsewhere.tenantId }).expect(201);
  expect(back.body).toMatchObject({ tenant: { id: elsewhere.tenantId } });
});

it('that is turned off again by its person is asked for again', async () => {
  const { agent } = await strict();
  const { recoveryCodes } = await enrol(agent);
  await agent.post('/auth/second-factor/disable', { password: 'a long enough password', code: recoveryCodes[0] }).expect(204);
  await agent.get('/tickets').expect(403);
});
