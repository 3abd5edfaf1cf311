import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventEnvelope } from '@kontor/contracts/events';
import { API_SCOPES } from '@kontor/contracts/scopes';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import type { ApiKeyBody, MemberBody, SessionBody } from '../../src/users/users.shapes.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { asSuperuser } from '../support/databases.ts';
import { readFeed } from '../support/events.ts';
import { newKey, newProgram, programWith } from '../support/keys.ts';
import { newTenant, PASSWORD, type Person, type Tenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { routesOf } from '../support/routes.ts';
import { connect, waitFor } from '../support/sockets.ts';
import { statementsOf } from '../support/statements.ts';
import { send } from '../support/wire.ts';

let app: TestApp;
let tenant: Tenant;
let owner: Person;
let agent: Person;
beforeAll(async () => {
  app = await startApp();
  tenant = await newTenant(app);
  owner = await tenant.join({ role: 'owner' });
  agent = await tenant.join({ role: 'agent' });
});
afterAll(() => app.close());

const sql = (text: string, values: unknown[]) => asSuperuser(app.database.superuserUrl, (client) => client.query<Record<string, unknown>>(text, values));
const refusal = (answer: { status: number; body: unknown }) => [answer.status, (answer.body as { code: string }).code];
const REVOKED = [401, 'SESSION_REVOKED'];

async function newService(role = 'agent'): Promise<MemberBody> {
  return bodyOf<MemberBody>(await owner.post('/service-members', { name: 'Kitchen board', role }).expect(201));
}

describe('a key', () => {
  it('does what its scopes say in the name of its owner, and says who it is', async () => {
    const program = await newProgram(app, agent, ['ticket:read', 'ticket:create']);
    const ticket = bodyOf<TicketBody>(await program.post('/tickets', { subject: 'Oven' }).expect(201));
    await program.get(`/tickets/${ticket.id}`).expect(200);
    expect(refusal(await program.post(`/tickets/${ticket.id}/note`, { body: 'x' }))).toEqual([403, 'FORBIDDEN']);
    const session = bodyOf<SessionBody>(await program.get('/auth/session').expect(200));
    expect(session).toMatchObject({ user: { id: agent.id }, permissions: ['ticket:read', 'ticket:create'], expiresAt: null });
  });

  it('is shown once, kept as a hash, listed by its beginning, and used at most once a minute', async () => {
    const key = await newKey(agent, ['ticket:read']);
    expect(key.token.startsWith(`${key.prefix}_`)).toBe(true);
    expect(key.lastUsedAt).toBeNull();
    const program = programWith(app, key, agent);
    await program.get('/tickets').expect(200);
    const { body } = (await agent.get(`/api-keys/${key.id}`).expect(200)) as { body: ApiKeyBody };
    expect(body).not.toHaveProperty('token');
    expect(Date.parse(body.lastUsedAt!)).toBeGreaterThan(Date.parse(body.createdAt) - 1);
    const { rows } = await sql(`SELECT s.*, k.* FROM sessions s JOIN api_keys k USING (id) WHERE id = $1`, [key.id]);
    expect(JSON.stringify(rows)).not.toContain(key.token.split('_')[3]);
    await sql(`UPDATE api_keys SET last_used_at = now() - interval '59 seconds' WHERE id = $1`, [key.id]);
    const used = async () => {
      await sql('SELECT 1 FROM gate.api_key(sha256($1::bytea))', [key.token]);
      return (await sql('SELECT last_used_at::text AS at FROM api_keys WHERE id = $1', [key.id])).rows[0]!['at'];
    };
    expect(await used()).toBe(await used());
    const before = await used();
    await sql(`UPDATE api_keys SET last_used_at = now() - interval '61 seconds' WHERE id = $1`, [key.id]);
    expect(await used()).not.toBe(before);
  });

  it('costs no round trip more than a session, and a broken one none at all', async () => {
    const key = await newKey(agent, ['ticket:read']);
    const program = programWith(app, key, agent);
    await Promise.all([program.get('/tickets').expect(200), agent.get('/tickets').expect(200)]);
    const [byKey, bySession] = [await statementsOf(() => Promise.resolve(program.get('/tickets'))), await statementsOf(() => Promise.resolve(agent.get('/tickets')))];
    expect(byKey.map(({ text }) => text)).toEqual(bySession.map(({ text }) => text));
    const broken = programWith(app, { ...key, token: key.token.replace(/_(.)(?=[0-9a-f]{63}_)/, (_, digit) => `_${digit === '0' ? '1' : '0'}`) }, agent);
    expect(await statementsOf(async () => expect(refusal(await broken.get('/tickets'))).toEqual([401, 'UNAUTHENTICATED']))).toEqual([]);
  });

  it('holds no longer than it should', async () => {
    const key = await newKey(agent, ['ticket:read'], { expiresAt: new Date(Date.now() + 60_000).toISOString() });
    const program = programWith(app, key, agent);
    await program.get('/tickets').expect(200);
    await sql(`UPDATE sessions SET expires_at = now() WHERE id = $1`, [key.id]);
    expect(refusal(await program.get('/tickets'))).toEqual([401, 'SESSION_EXPIRED']);
    expect(bodyOf<ApiKeyBody>(await agent.get(`/api-keys/${key.id}`)).state).toBe('expired');
    await agent.post('/api-keys', { name: 'Late', scopes: ['ticket:read'], expiresAt: '2020-01-01T00:00:00Z', password: PASSWORD }).expect(400);
  });

  it('ends on the next request once it is revoked, for good, and its events tell no secret', async () => {
    const key = await newKey(owner, ['ticket:read']);
    const program = programWith(app, key, owner);
    await program.get('/tickets').expect(200);
    expect(bodyOf<ApiKeyBody>(await owner.post(`/api-keys/${key.id}/revoke`).expect(200)).state).toBe('revoked');
    expect(refusal(await program.get('/tickets'))).toEqual(REVOKED);
    await owner.post(`/api-keys/${key.id}/revoke`).expect(200);
    const events = (await readFeed(owner, 'users:updates')).filter(({ data }) => (data as { id?: string } | null)?.id === key.id);
    expect(events.map(({ type }) => type)).toEqual(['api_key_created', 'api_key_revoked']);
    expect(JSON.stringify(events)).not.toContain(key.token.slice(-73));
    const others = await readFeed(agent, 'users:updates');
    expect(others.filter(({ seq }) => events.some((event) => event.seq === seq)).every(({ redacted }) => redacted)).toBe(true);
  });

  it('is narrowed with its owner’s role, deactivated with the owner, and outlives a change of the password', async () => {
    const person = await tenant.join({ role: 'agent' });
    const program = await newProgram(app, person, ['ticket:read', 'ticket:create']);
    await program.post('/tickets', { subject: 'Before' }).expect(201);
    await owner.patch(`/members/${person.id}`, { role: 'viewer' }).expect(200);
    expect(refusal(await program.post('/tickets', { subject: 'After' }))).toEqual([403, 'FORBIDDEN']);
    await program.get('/tickets').expect(200);
    await person.post('/auth/password', { currentPassword: PASSWORD, newPassword: 'another long password' }).expect(201);
    await program.get('/tickets').expect(200);
    await owner.post(`/members/${person.id}/deactivate`).expect(200);
    expect(refusal(await program.get('/tickets'))).toEqual(REVOKED);
    await owner.post(`/members/${person.id}/reactivate`).expect(200);
    expect(refusal(await program.get('/tickets'))).toEqual(REVOKED);
  });

  it('sees what its owner sees, and asks for the second factor that the workspace asks of its owner', async () => {
    const own = await tenant.join({ role: 'agent', visibility: 'own' });
    const ticket = bodyOf<TicketBody>(await agent.post('/tickets', { subject: 'Not yours' }).expect(201));
    const program = await newProgram(app, own, ['ticket:read', 'events:read']);
    await program.get(`/tickets/${ticket.id}`).expect(404);
    expect(bodyOf<{ items: EventEnvelope[] }>(await program.get('/events?channel=tickets:updates&after=0').expect(200)).items.every(({ redacted }) => redacted)).toBe(true);
    const unused = await newProgram(app, own, ['ticket:read']);
    await sql('UPDATE tenants SET requires_second_factor = true WHERE id = $1', [tenant.id]);
    expect(refusal(await unused.get('/tickets'))).toEqual([403, 'SECOND_FACTOR_REQUIRED']);
    await sql('UPDATE tenants SET requires_second_factor = false WHERE id = $1', [tenant.id]);
  });

  it('reads events by its one scope for that, in the role of its owner', async () => {
    const reader = await newProgram(app, agent, ['events:read']);
    await reader.get('/events?channel=tickets:updates').expect(200);
    await reader.get('/tickets').expect(403);
    const other = await newProgram(app, agent, ['ticket:read']);
    expect(refusal(await other.get('/events?channel=tickets:updates'))).toEqual([403, 'FORBIDDEN']);
  });
});

describe('at the gateway a key', () => {
  const refused = (token: string, origin: string | null) => connect(app, token, origin).then(() => 'admitted', (error: { code: string }) => error.code);

  it('needs no origin, but the scope for it', async () => {
    const { token } = await newKey(agent, ['events:read']);
    const program = await connect(app, token, null);
    expect(await program.subscribe({ channel: 'tickets:updates' })).toMatchObject({ ok: true });
    await agent.post('/tickets', { subject: 'Heard' }).expect(201);
    await program.until((events) => events.some(({ type }) => type === 'ticket_created'));
    program.close();
    expect(await refused(token, 'http://elsewhere.test')).toBe('ORIGIN_REJECTED');
    expect(await refused(agent.token, null)).toBe('ORIGIN_REJECTED');
    expect(await refused((await newKey(agent, ['ticket:read'])).token, null)).toBe('FORBIDDEN');
    expect(await refused(`${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`, null)).toBe('UNAUTHENTICATED');
  });

  it('is cut within 5 s of being revoked here or behind the back of this process, and stays out', async () => {
    const [here, behind] = [await newKey(agent, ['events:read']), await newKey(agent, ['events:read'])];
    const sockets = await Promise.all([here, behind].map(({ token }) => connect(app, token, null)));
    await agent.post(`/api-keys/${here.id}/revoke`).expect(200);
    await sql('UPDATE sessions SET revoked_at = now() WHERE id = $1', [behind.id]);
    await Promise.all(sockets.map(({ socket }) => waitFor(() => socket.disconnected || undefined, 6_000)));
    expect(sockets.map(({ problems }) => problems[0]?.code)).toEqual(['SESSION_REVOKED', 'SESSION_REVOKED']);
    expect(await refused(here.token, null)).toBe('SESSION_REVOKED');
  });
});

describe('a key cannot', () => {
  it('reach what is a person’s own: no profile, no password, no sessions, no other key', async () => {
    const program = await newProgram(app, owner, [...API_SCOPES]);
    const closed = routesOf(app).filter(({ access }) => access?.kind === 'member' && !access.permission && !access.keys);
    expect(closed.map(({ handler }) => handler)).toEqual(expect.arrayContaining(['AuthController.changePassword', 'AuthController.switch', 'ApiKeysController.create', 'ApiKeysController.list', 'ApiKeysController.revoke', 'RealtimeController.issue', 'ProfileController.update', 'MembersController.leave']));
    for (const { method, path } of closed) {
      const answer = await program[method.toLowerCase() as 'post'](path.replace('/api/v1', '').replace(':id', owner.id));
      expect([path, ...refusal(answer)]).toEqual([path, 403, 'FORBIDDEN']);
    }
    expect(refusal(await program.post('/service-members', { name: 'x', role: 'admin' }))).toEqual([403, 'FORBIDDEN']);
  });

  it('be made stronger than its owner, by a wrong password, or in another person’s name', async () => {
    const make = (person: Person, more: object) => person.post('/api-keys', { name: 'K', scopes: ['ticket:read'], password: PASSWORD, ...more });
    expect(bodyOf(await make(agent, { scopes: ['tenant:update'] }).expect(400))).toMatchObject({ errors: [{ pointer: '/scopes' }] });
    for (const scopes of [['api-key:manage'], ['service-member:create'], ['*'], [], ['ticket:read', 'ticket:read']]) await make(owner, { scopes }).expect(400);
    expect(bodyOf(await make(agent, { password: 'not the password' }).expect(400))).toMatchObject({ errors: [{ pointer: '/password' }] });
    const admin = await tenant.join({ role: 'admin' });
    expect(bodyOf(await make(admin, { ownerId: owner.id }).expect(400))).toMatchObject({ errors: [{ pointer: '/ownerId', code: 'INVALID_VALUE' }] });
    expect(refusal(await make(agent, { ownerId: owner.id }))).toEqual([403, 'FORBIDDEN']);
    const stranger = await (await newTenant(app)).join();
    expect(bodyOf(await make(owner, { ownerId: stranger.id }).expect(400))).toMatchObject({ errors: [{ pointer: '/ownerId', code: 'NOT_FOUND' }] });
  });

  it('start long work beyond its scopes', async () => {
    const ticket = bodyOf<TicketBody>(await agent.post('/tickets', { subject: 'Many' }).expect(201));
    const program = await newProgram(app, agent, ['ticket:read', 'ticket:update', 'operation:read']);
    expect(refusal(await program.post('/tickets/bulk', { ids: [ticket.id], changes: { assigneeId: agent.id } }))).toEqual([403, 'FORBIDDEN']);
    await program.post('/tickets/bulk', { ids: [ticket.id], changes: { priority: 'high' } }).expect(201);
    await program.get('/operations').expect(200);
    expect(refusal(await (await newProgram(app, agent, ['ticket:read'])).get('/operations'))).toEqual([403, 'FORBIDDEN']);
  });

  it('stand in an address or a body', async () => {
    const { token } = await newKey(agent, ['ticket:read']);
    for (const path of [`/tickets?q=${token}`, `/tickets?api_key=${token}`, `/tickets?access_token=x`]) await agent.get(path).expect(400);
    const inBody = await agent.post('/tickets', { subject: token }).expect(400);
    expect(bodyOf(inBody)).toMatchObject({ errors: [{ pointer: '/subject' }] });
    await send(app.origin, { method: 'GET', path: '/api/v1/tickets', headers: { cookie: `token=${token}` } }).then(({ status }) => expect(status).toBe(401));
  });

  it('be read or revoked by others, but by who keeps keys', async () => {
    const key = await newKey(agent, ['ticket:read']);
    const colleague = await tenant.join({ role: 'agent' });
    await colleague.get(`/api-keys/${key.id}`).expect(404);
    await colleague.post(`/api-keys/${key.id}/revoke`).expect(404);
    expect(bodyOf<{ items: ApiKeyBody[] }>(await colleague.get('/api-keys').expect(200)).items).toEqual([]);
    const all = bodyOf<{ items: ApiKeyBody[] }>(await owner.get(`/api-keys?owner=${agent.id}&state=active`).expect(200)).items;
    expect(all.map(({ id }) => id)).toContain(key.id);
    await owner.post(`/api-keys/${key.id}/revoke`).expect(200);
    expect(refusal(await programWith(app, key, agent).get('/tickets'))).toEqual(REVOKED);
  });
});

describe('a service member', () => {
  it('is a member without an address that owns keys and outlives who made it', async () => {
    const admin = await tenant.join({ role: 'admin' });
    const service = bodyOf<MemberBody>(await admin.post('/service-members', { name: 'Till <b>7</b>', role: 'agent' }).expect(201));
    expect(service).toMatchObject({ kind: 'service', email: null, name: 'Till <b>7</b>', role: 'agent', status: 'active' });
    const program = await newProgram(app, admin, ['ticket:create', 'ticket:read'], { ownerId: service.id });
    await owner.post(`/members/${admin.id}/deactivate`).expect(200);
    const ticket = bodyOf<TicketBody>(await program.post('/tickets', { subject: 'By a till' }).expect(201));
    const events = await readFeed(owner);
    expect(events.find(({ data }) => (data as { id?: string } | null)?.id === ticket.id)?.actor).toEqual({ type: 'user', id: service.id });
    const found = bodyOf<{ items: MemberBody[] }>(await owner.get('/members?kind=service').expect(200)).items;
    expect(found.map(({ id }) => id)).toContain(service.id);
    await owner.post(`/members/${service.id}/deactivate`).expect(200);
    expect(refusal(await program.get('/tickets'))).toEqual(REVOKED);
  });

  it('is narrowed by its role, needs no second factor, and is never an owner', async () => {
    const service = await newService('agent');
    const program = await newProgram(app, owner, ['ticket:create', 'ticket:read'], { ownerId: service.id });
    // Looked up for the first time below: nothing of it is remembered.
    await sql('UPDATE tenants SET requires_second_factor = true WHERE id = $1', [tenant.id]);
    await program.get('/tickets').expect(200);
    await sql('UPDATE tenants SET requires_second_factor = false WHERE id = $1', [tenant.id]);
    await owner.patch(`/members/${service.id}`, { role: 'viewer' }).expect(200);
    expect(refusal(await program.post('/tickets', { subject: 'x' }))).toEqual([403, 'FORBIDDEN']);
    await owner.patch(`/members/${service.id}`, { role: 'owner' }).expect(400);
    await owner.post('/service-members', { name: 'Boss', role: 'owner' }).expect(400);
    expect(refusal(await agent.post('/service-members', { name: 'Mine', role: 'viewer' }))).toEqual([403, 'FORBIDDEN']);
  });

  it('cannot sign in: it has nothing to do so with', async () => {
    const { id } = await newService();
    const { rows } = await sql('SELECT u.email, c.user_id FROM users u LEFT JOIN credentials c ON c.user_id = u.id WHERE u.id = $1', [id]);
    expect(rows).toEqual([{ email: null, user_id: null }]);
  });
});

it('a key opens its own workspace and tells of no other', async () => {
  const other = await newTenant(app, 'Elsewhere');
  const person = await other.join({ role: 'owner', email: agent.email });
  const key = await newKey(person, ['ticket:read', 'member:read']);
  const program = programWith(app, key, person);
  const mine = bodyOf<TicketBody>(await agent.post('/tickets', { subject: 'Harbor’s' }).expect(201));
  await program.get(`/tickets/${mine.id}`).expect(404);
  const session = bodyOf<SessionBody>(await program.get('/auth/session').expect(200));
  expect(session.memberships.map(({ tenant: { id } }) => id)).toEqual([other.id]);
  expect(refusal(await program.get('/tickets').set('x-kontor-tenant', tenant.id))).toEqual([403, 'WRONG_TENANT']);
  await owner.get(`/api-keys/${key.id}`).expect(404);
});
