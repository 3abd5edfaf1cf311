import { randomBytes } from 'node:crypto';
import request, { type Test } from 'supertest';
import type { Role, Visibility } from '@kontor/contracts/permissions';
import { hashPassword } from '../../src/platform/access/passwords.ts';
import type { Reachable } from './app.ts';
import { asSuperuser } from './databases.ts';

export const PASSWORD = 'a long enough password';
let passwordHash: Promise<string> | undefined;

/** A signed-in person at the API. */
export interface Person {
  id: string;
  email: string;
  tenantId: string;
  token: string;
  get: (path: string) => Test;
  post: (path: string, body?: object) => Test;
  patch: (path: string, body?: object) => Test;
  put: (path: string, body?: object) => Test;
  delete: (path: string) => Test;
}

export interface NewPerson {
  role?: Role;
  visibility?: Visibility;
  name?: string;
  /** An existing person who joins this tenant, too. */
  email?: string;
}

/** A workspace of its own for one story. */
export interface Tenant {
  id: string;
  join: (person?: NewPerson) => Promise<Person>;
}

export async function newTenant(app: Reachable, name = 'Harbor'): Promise<Tenant> {
  const slug = `t-${randomBytes(6).toString('hex')}`;
  const id = await asSuperuser(app.database.superuserUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO tenants (name, slug, time_zone, locale) VALUES ($1, $2, 'Europe/Berlin', 'en') RETURNING id`,
      [name, slug],
    );
    return rows[0]!.id;
  });
  return { id, join: (person = {}) => join(app, id, person) };
}

async function join(app: Reachable, tenantId: string, { role = 'agent', visibility = 'all', name, email }: NewPerson): Promise<Person> {
  passwordHash ??= hashPassword(PASSWORD);
  const hash = await passwordHash;
  const address = email ?? `${role}-${randomBytes(6).toString('hex')}@kontor.test`;
  await asSuperuser(app.database.superuserUrl, async (client) => {
    await client.query(`INSERT INTO users (email, name) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [address, name ?? role]);
    await client.query(
      `INSERT INTO credentials (user_id, password_hash) SELECT id, $2 FROM users WHERE email = $1 ON CONFLICT DO NOTHING`,
      [address, hash],
    );
    await client.query(
      `INSERT INTO memberships (tenant_id, user_id, role, ticket_visibility) SELECT $2, id, $3, $4 FROM users WHERE email = $1`,
      [address, tenantId, role, visibility],
    );
  });
  return signIn(app, address, tenantId);
}

/** Signs in by password, and where `tenantId` is not the workspace used last, switches to it. */
export async function signIn(app: Reachable, email: string, tenantId?: string): Promise<Person> {
  const { body } = (await request(app.origin).post('/api/v1/auth/sign-in').send({ email, password: PASSWORD }).expect(201)) as { body: unknown };
  const signedIn = body as { token: string; user: { id: string }; tenant: { id: string } };
  const person = personWith(app, signedIn, email);
  if (tenantId === undefined || signedIn.tenant.id === tenantId) return person;
  const switched = await person.post('/auth/switch', { tenantId }).expect(201);
  return personWith(app, switched.body as typeof signedIn, email);
}

export function personWith(app: Reachable, signedIn: { token: string; user: { id: string }; tenant: { id: string } }, email: string): Person {
  const { token } = signedIn;
  const call = (method: 'get' | 'post' | 'patch' | 'put' | 'delete') => (path: string) =>
    request(app.origin)[method](`/api/v1${path}`).set('authorization', `Bearer ${token}`);
  return {
    id: signedIn.user.id,
    email,
    tenantId: signedIn.tenant.id,
    token,
    get: call('get'),
    post: (path, body = {}) => call('post')(path).send(body),
    patch: (path, body = {}) => call('patch')(path).send(body),
    put: (path, body = {}) => call('put')(path).send(body),
    delete: call('delete'),
  };
}
