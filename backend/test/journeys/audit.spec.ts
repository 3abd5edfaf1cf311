import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import request from 'supertest';
import { CountedEntries } from '../../src/platform/audit/counted-entries.ts';
import type { AuditEntryBody } from '../../src/platform/audit/audit.shape.ts';
import { Database } from '../../src/platform/database/database.ts';
import { Events } from '../../src/platform/events/events.ts';
import type { MemberBody } from '../../src/users/users.shapes.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { enrol } from '../support/authenticator.ts';
import { asSuperuser } from '../support/databases.ts';
import { newKey, programWith } from '../support/keys.ts';
import { ended, uploadContacts } from '../support/operations.ts';
import { newTenant, PASSWORD, type Person, type Tenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { waitFor } from '../support/sockets.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const entries = async (reader: Person, query = '') => bodyOf<{ items: AuditEntryBody[] }>(await reader.get(`/audit-entries?limit=100${query}`).expect(200)).items;
const signIn = (email: string, password: string) => request(app.origin).post('/api/v1/auth/sign-in').set('user-agent', '=cmd()').set('traceparent', `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`).send({ email, password });
/** What was refused is written when its minute is over. */
const minuteOver = () => app.nest.get(CountedEntries, { strict: false }).write(Infinity);

async function workspace(): Promise<{ tenant: Tenant; owner: Person; agent: Person }> {
  const tenant = await newTenant(app);
  return { tenant, owner: await tenant.join({ role: 'owner', name: 'Olga' }), agent: await tenant.join({ role: 'agent', name: 'Ann' }) };
}

describe('the audit', () => {
  it('tells of a sign-in who, when and from where', async () => {
    const { owner, agent } = await workspace();
    await signIn(agent.email, PASSWORD).expect(201);
    const [entry] = await entries(owner, '&action=signed_in');
    expect(entry).toMatchObject({
      actor: { type: 'user', id: agent.id, name: 'Ann' },
      subject: { type: 'member', id: agent.id, name: 'Ann' },
      details: { by: 'password' },
      address: '127.0.0.1',
      userAgent: '=cmd()',
      traceId: 'a'.repeat(32),
      count: 1,
    });
    expect(Math.abs(Date.parse(entry!.at) - Date.now())).toBeLessThan(60_000);
  });

  it('tells what became of a member, and of a workspace, in the transaction of it', async () => {
    const { owner, agent } = await workspace();
    await owner.patch(`/members/${agent.id}`, { role: 'admin' }).expect(200);
    await owner.patch('/workspace', { name: 'Haven' }).expect(200);
    await owner.post('/members/availability', { availability: 'busy' }).expect(200);
    const [workspaceUpdated, roleChanged, ...rest] = await entries(owner, '&action=member_role_changed,workspace_updated,member_updated');
    expect(rest).toEqual([]);
    expect(roleChanged).toMatchObject({ actor: { id: owner.id }, subject: { type: 'member', id: agent.id }, details: { role: 'admin', status: 'active' } });
    expect(workspaceUpdated).toMatchObject({ subject: { type: 'workspace', id: owner.tenantId, name: 'Haven' } });
    expect((await entries(owner, `&subject=${agent.id}&actor=${owner.id}`)).map(({ action }) => action)).toEqual(['member_role_changed']);
  });

  it('has nothing of what was rolled back, whole or in part', async () => {
    const { owner } = await workspace();
    const [database, events] = [app.nest.get(Database, { strict: false }), app.nest.get(Events, { strict: false })];
    const append = (name: string) => events.append({ channel: 'users:updates', type: 'team_created', data: { id: owner.id, name } });
    const run = (work: () => Promise<void>) => database.run({ scope: { tenantId: owner.tenantId, userId: owner.id } }, work);
    await expect(run(async () => Promise.reject(new Error(String(append('Lost')))))).rejects.toThrow();
    await run(async () => {
      append('Kept');
      await database.attempt(() => Promise.reject(new Error(String(append('Undone'))))).catch(() => undefined);
    });
    expect((await entries(owner, '&action=team_created')).map(({ subject }) => subject.name)).toEqual(['Kept']);
  });

  it('tells of passwords and second factors in every workspace of the person', async () => {
    const { owner, agent } = await workspace();
    const elsewhere = await newTenant(app);
    const other = await elsewhere.join({ role: 'owner' });
    await elsewhere.join({ email: agent.email });
    const [again] = [await signIn(agent.email, PASSWORD).expect(201)];
    const token = bodyOf<{ token: string }>(again).token;
    await enrol({ ...agent, post: (path, body) => request(app.origin).post(`/api/v1${path}`).set('authorization', `Bearer ${token}`).send(body ?? {}) });
    for (const reader of [owner, other]) {
      expect((await entries(reader, '&action=second_factor_enabled')).map(({ subject }) => subject.id)).toEqual([agent.id]);
    }
  });

  it('tells of a key, and of what a program does by it', async () => {
    const { owner } = await workspace();
    const key = await newKey(owner, ['team:manage', 'member:read']);
    await programWith(app, key, owner).post('/teams', { name: 'Night', memberIds: [] }).expect(201);
    const [team, created] = await entries(owner, '&action=api_key_created,team_created');
    expect(created).toMatchObject({ actor: { type: 'user', id: owner.id }, subject: { type: 'api_key', id: key.id }, details: { scopes: 'team:manage,member:read' } });
    expect(team).toMatchObject({ actor: { type: 'service', id: owner.id }, details: { name: 'Night', apiKey: key.id } });
  });

  it('counts refusals by minute, person and address', async () => {
    const { owner, agent } = await workspace();
    for (let n = 0; n < 5; n += 1) await agent.get('/audit-entries').expect(403);
    expect(await entries(owner, '&action=refused')).toEqual([]);
    await minuteOver();
    const refused = await entries(owner, '&action=refused');
    expect(refused.reduce((sum, { count }) => sum + count, 0)).toBe(5);
    expect(refused.length).toBeLessThanOrEqual(2);
    expect(refused[0]).toMatchObject({ actor: { id: agent.id }, details: { code: 'FORBIDDEN', route: 'GET /api/v1/audit-entries' }, address: '127.0.0.1' });
  });

  it('tells of wrong passwords to the workspaces of the account, and of unknown accounts outside, without what may be a password', async () => {
    const { owner, agent } = await workspace();
    await signIn(agent.email, 'not the password').expect(401);
    await signIn('nobody@elsewhere.test', 'x').expect(401);
    await signIn('my secret \ud800', 'x').expect(401);
    await minuteOver();
    const [failed, ...more] = await entries(owner, '&action=sign_in_failed');
    expect(more).toEqual([]);
    expect(failed).toMatchObject({ actor: { type: 'unknown', id: null }, subject: { id: agent.id, name: 'Ann' }, details: { step: 'password', account: agent.email } });
    const outside = await asSuperuser(app.database.superuserUrl, (client) => client.query(`SELECT details FROM outside_audit_entries WHERE action = 'sign_in_failed'`));
    expect(outside.rows).toEqual(expect.arrayContaining([{ details: { step: 'password', account: 'nobody@elsewhere.test' } }, { details: { step: 'password' } }]));
    expect(JSON.stringify(outside.rows)).not.toContain('my secret');
  });

  it('tells of exports and of imports, not of an import that only looks', async () => {
    const { owner } = await workspace();
    await owner.post('/contacts/export', {}).expect(201);
    const check = JSON.parse((await uploadContacts(app.origin, owner, 'name\nRosa\n')).text) as { id: string };
    await ended(owner, check.id);
    await owner.post('/contacts/import/run', { checkId: check.id, existing: 'update' }).expect(201);
    expect((await entries(owner, '&action=exported,imported')).map(({ action, details }) => [action, (details as { kind: string }).kind])).toEqual([
      ['imported', 'contact_import'],
      ['exported', 'contact_export'],
    ]);
  });

  it('is for owners and admins, of their own workspace', async () => {
    const { owner, agent, tenant } = await workspace();
    await agent.get('/audit-entries/file').expect(403);
    await agent.get('/audit-entries/chain').expect(403);
    const admin = await tenant.join({ role: 'admin' });
    expect((await entries(admin)).length).toBeGreaterThan(2);
    const stranger = await (await newTenant(app)).join({ role: 'owner' });
    expect((await entries(stranger, `&actor=${owner.id}`))).toEqual([]);
    expect((await entries(stranger)).map(({ actor }) => actor.id)).toEqual([stranger.id]);
  });

  it('is read page by page, filtered by time, and as CSV in which nothing is a formula', async () => {
    const { owner, agent } = await workspace();
    for (let n = 0; n < 3; n += 1) await signIn(agent.email, PASSWORD).expect(201);
    const all = await entries(owner, '&sort=at');
    const first = bodyOf<{ items: AuditEntryBody[]; nextCursor: string }>(await owner.get('/audit-entries?limit=2').expect(200));
    const second = bodyOf<{ items: AuditEntryBody[] }>(await owner.get(`/audit-entries?limit=2&cursor=${first.nextCursor}`).expect(200));
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.map(({ id }) => id).reverse().slice(0, 4));
    expect((await entries(owner, `&from=${all[1]!.at}&to=${all[2]!.at}`)).map(({ id }) => id)).toEqual([all[1]!.id]);
    const file = await owner.get(`/audit-entries/file?actor=${agent.id}`).expect(200);
    const lines = file.text.trim().split('\r\n');
    expect(lines[0]).toBe('at,action,actorType,actorId,actor,subjectType,subjectId,subject,details,count,address,userAgent,traceId,position,hash');
    expect(lines.length).toBe(5);
    expect(file.text).toContain(`,'=cmd(),`);
    await owner.get('/audit-entries?action=nonsense').expect(400);
    await owner.get('/audit-entries?actor=x').expect(400);
  });
});

describe('a flood of refusals', () => {
  it('costs bounded memory and rows, and none is left uncounted', async () => {
    const counted = app.nest.get(CountedEntries, { strict: false });
    await minuteOver();
    await asSuperuser(app.database.superuserUrl, (client) => client.query('DELETE FROM outside_audit_entries'));
    for (let n = 0; n < 5_000; n += 1) {
      counted.count({ action: 'refused', actor_type: 'unknown', actor_id: null, subject_type: null, subject_id: null, details: { code: 'UNAUTHENTICATED' }, count: 1, address: `2001:db8::${n.toString(16)}`, user_agent: null, trace_id: null });
    }
    await minuteOver();
    const { rows } = await asSuperuser(app.database.superuserUrl, (client) => client.query<{ rows: number; counted: number }>('SELECT count(*)::int AS rows, sum(count)::int AS counted FROM outside_audit_entries'));
    expect(rows[0]!.counted).toBe(5_000);
    expect(rows[0]!.rows).toBeLessThanOrEqual(1_002);
  });

  it('waits while the database cannot be written', async () => {
    const counted = app.nest.get(CountedEntries, { strict: false });
    const { owner, agent } = await workspace();
    await agent.get('/audit-entries').expect(403);
    const rename = (from: string, to: string) => asSuperuser(app.database.superuserUrl, (client) => client.query(`ALTER FUNCTION gate.${from}(jsonb) RENAME TO ${to}`));
    await rename('record_audit', 'away');
    await counted.write(Infinity);
    await rename('away', 'record_audit');
    await counted.write(Infinity);
    expect((await entries(owner, '&action=refused')).map(({ count }) => count)).toEqual([1]);
  });
});

describe('entries', () => {
  it('are written by nobody past the gate, and changed by nobody at all', async () => {
    const { owner } = await workspace();
    const refused = async (role: 'app' | 'system' | 'owner', text: string) => {
      const client = new Client({ connectionString: app.database.url(role) });
      await client.connect();
      await client.query(`SELECT set_config('kontor.tenant', $1, false)`, [owner.tenantId]);
      const answer = await client.query(text).then(({ rowCount }) => `${rowCount} rows`, (error: Error) => error.message);
      await client.end();
      return answer;
    };
    await waitFor(async () => (await entries(owner)).every(({ position }) => position !== null) || undefined);
    const [change, remove] = [`UPDATE audit_entries SET action = 'signed_out'`, 'DELETE FROM audit_entries'];
    for (const text of [change, remove, 'TRUNCATE audit_entries', `INSERT INTO audit_entries (action) VALUES ('x')`]) expect(await refused('app', text)).toMatch(/permission denied/);
    for (const text of [change, remove, 'TRUNCATE audit_entries']) expect(await refused('system', text)).toMatch(/permission denied/);
    expect(await refused('system', `UPDATE audit_entries SET position = 9, hash = ''`)).toBe('0 rows');
    for (const text of [change, remove, 'TRUNCATE audit_entries', 'UPDATE audit_entries SET position = position + 1']) expect(await refused('owner', text)).toBe('audit entries stay as they were written');
  });

  it('carry no secret', async () => {
    const { owner } = await workspace();
    const invited = bodyOf<{ link: string }>(await owner.post('/invitations', { email: 'new@kontor.test', role: 'agent' }).expect(201));
    const told = JSON.stringify(await entries(owner));
    expect(told).toContain('new@kontor.test');
    expect(told).not.toContain(invited.link.split('token=')[1]!);
    expect(told).not.toMatch(/k(st|in|rt|ch)_/);
    expect(bodyOf<MemberBody>(await owner.get(`/members/${owner.id}`)).id).toBe(owner.id);
  });
});

/** The last: passport knows one local strategy a process, and that is the other application's from here on. */
it('loses nothing that it holds when the process ends', async () => {
  const another = await startApp();
  const owner = await (await newTenant(another)).join({ role: 'owner' });
  await owner.delete('/auth/sessions/01a1f9fb-fd3f-777e-b8de-0f4cadd32e02').set('x-kontor-tenant', '01a1f9fb-fd3f-777e-b8de-0f4cadd32e02').expect(403);
  await another.nest.close();
  const rows = await asSuperuser(another.database.superuserUrl, (client) => client.query(`SELECT details->>'code' AS code FROM audit_entries WHERE action = 'refused'`));
  expect(rows.rows).toEqual([{ code: 'WRONG_TENANT' }]);
  await another.database.drop();
});
