import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Problem } from '@kontor/contracts/errors';
import type { InvitationBody, SignedInBody } from '../../src/users/users.shapes.ts';
import { startApp, WEB_ORIGIN, type TestApp } from '../support/app.ts';
import { newTenant, PASSWORD, personWith } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind, invite } from '../support/sessions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const inspect = (token: string) => request(app.origin).post('/api/v1/invitations/inspect').send({ token });
const accept = (body: object) => request(app.origin).post('/api/v1/invitations/accept').send(body);
const code = async (answer: PromiseLike<{ body: unknown }>) => ((await answer).body as Problem).code;
let people = 0;
const address = () => `invited-${(people += 1)}@kontor.test`;

/** The operator's command; Node strips its types. */
const tenantCreate = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['--no-warnings', resolve(import.meta.dirname, '../../src/commands/tenant-create.ts'), ...args], {
    env: { DATABASE_MIGRATION_URL: app.database.url('owner'), KONTOR_PUBLIC_URL: WEB_ORIGIN },
  });

describe('a workspace made by the operator', () => {
  it('is joined once by its first owner', async () => {
    const email = address();
    const { stdout } = await tenantCreate('--name', 'Dapur Baru', '--owner-email', email.toUpperCase(), '--locale', 'id', '--time-zone', 'Asia/Jakarta');
    const token = /\/invitation\?token=(kin_[\w-]{43})/.exec(stdout)?.[1] ?? '';
    expect(bodyOf<InvitationBody>(await inspect(token).expect(201))).toMatchObject({ email, tenantName: 'Dapur Baru', role: 'owner', hasAccount: false });
    const owner = bodyOf<SignedInBody>(await accept({ token, name: 'Sari', password: PASSWORD }).expect(201));
    expect(owner).toMatchObject({ user: { email, name: 'Sari', locale: 'id', timeZone: 'Asia/Jakarta' }, tenant: { name: 'Dapur Baru', slug: 'dapur-baru' }, memberships: [{ role: 'owner' }] });
    await personWith(app, owner, email).post('/tickets', { subject: 'First' }).expect(201);
    expect(await code(accept({ token, name: 'Sari', password: PASSWORD }).expect(410))).toBe('GONE');
    expect(await code(inspect(token).expect(410))).toBe('GONE');
  });

  it.each([
    [[], /--name must be given/],
    [['--name', 'x'], /--owner-email must be an e-mail address/],
    [['--name', 'x', '--owner-email', 'a@b.test', '--locale', 'de'], /--locale must be one of en, id/],
    [['--name', 'x', '--owner-email', 'a@b.test', '--time-zone', 'Mars'], /--time-zone must be an IANA name/],
  ])('is refused with one clear line: %j', async (args, line) => {
    const failed = await tenantCreate(...args).then(() => ({ code: 0, stderr: '' }), (error: { code: number; stderr: string }) => error);
    expect(failed.code).toBe(1);
    expect(failed.stderr.trim().split('\n')).toEqual([expect.stringMatching(line)]);
  });
});

describe('an invitation', () => {
  it('is told to the members of the workspace when it is accepted', async () => {
    const tenant = await newTenant(app);
    const owner = await tenant.join({ role: 'owner' });
    const token = await invite(app, tenant.id, address(), 'viewer');
    const joined = bodyOf<SignedInBody>(await accept({ token, name: 'Jan', password: PASSWORD }).expect(201));
    const { items } = bodyOf<{ items: { type: string; data: object }[] }>(await owner.get('/events?channel=users:updates').expect(200));
    expect(items).toMatchObject([{ type: 'member_joined', data: { id: joined.user.id, name: 'Jan', role: 'viewer', status: 'active' } }]);
  });

  it('that has expired is 410, an unknown one 404', async () => {
    const tenant = await newTenant(app);
    const token = await invite(app, tenant.id, address(), 'agent', '-1 second');
    expect(await code(inspect(token).expect(410))).toBe('GONE');
    expect(await code(accept({ token, name: 'x', password: PASSWORD }).expect(410))).toBe('GONE');
    for (const unknown of [`kin_${'x'.repeat(43)}`, 'x', `kst_${'x'.repeat(43)}`]) expect(await code(inspect(unknown).expect(404))).toBe('NOT_FOUND');
  });

  it('of somebody new needs a name and a long password; nothing is used up by a mistake', async () => {
    const token = await invite(app, (await newTenant(app)).id, address());
    for (const [body, pointer] of [[{ token, password: PASSWORD }, '/name'], [{ token, name: 'x', password: 'short' }, '/password'], [{ token, name: '', password: PASSWORD }, '/name']] as const) {
      expect(bodyOf<Problem>(await accept(body).expect(400)).errors).toMatchObject([{ pointer }]);
    }
    await accept({ token, name: 'Jan', password: PASSWORD }).expect(201);
  });

  it('of somebody known needs their password and adds a workspace', async () => {
    const known = await (await newTenant(app, 'Harbor')).join({ name: 'Rosa' });
    const token = await invite(app, (await newTenant(app, 'Dapur')).id, known.email, 'admin');
    expect(bodyOf<InvitationBody>(await inspect(token).expect(201)).hasAccount).toBe(true);
    await accept({ token, name: 'Eve', password: 'a wrong but long password' }).expect(401);
    const joined = bodyOf<SignedInBody>(await accept({ token, name: 'Eve', password: PASSWORD }).expect(201));
    expect(joined).toMatchObject({ user: { id: known.id, name: 'Rosa' }, tenant: { name: 'Dapur' } });
    expect(joined.memberships.map(({ tenant, role }) => [tenant.name, role])).toEqual([['Dapur', 'admin'], ['Harbor', 'agent']]);
  });

  it('is held to by the database alone, too: used, revoked or expired it makes nobody a member', async () => {
    const tenant = await newTenant(app);
    const known = await (await newTenant(app)).join();
    const taken = async (token: string) => behind(app, 'SELECT 1 WHERE gate.accept_invitation(sha256($1::bytea), NULL, NULL) IS NOT NULL', [token]);
    const revoked = await invite(app, tenant.id, known.email);
    await behind(app, 'UPDATE invitations SET revoked_at = now() WHERE tenant_id = $1', [tenant.id]);
    const [expired, good] = [await invite(app, (await newTenant(app)).id, known.email, 'agent', '-1 second'), await invite(app, tenant.id, known.email)];
    expect([await taken(revoked), await taken(expired), await taken(good), await taken(good)]).toEqual([0, 0, 1, 0]);
  });

  it('accepted ten times at once holds once', async () => {
    const token = await invite(app, (await newTenant(app)).id, address());
    const answers = await Promise.all(Array.from({ length: 10 }, () => accept({ token, name: 'Jan', password: PASSWORD })));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 201)).toEqual([201]);
    // Who had looked before the account was there and came after is refused like everybody else.
    expect(statuses.slice(1).every((status) => [409, 410].includes(status))).toBe(true);
  });

  it('two of one new address, with two passwords, make one account, and nobody gets in by the other one', async () => {
    const email = address();
    const tokens = [await invite(app, (await newTenant(app)).id, email), await invite(app, (await newTenant(app)).id, email)];
    const passwords = ['the first long password', 'the second long password'];
    const answers = await Promise.all(tokens.map((token, n) => accept({ token, name: 'Jan', password: passwords[n] })));
    const joined = answers.flatMap(({ status }, n) => (status === 201 ? [n] : []));
    expect(joined).toHaveLength(1);
    for (const n of [0, 1]) {
      await request(app.origin).post('/api/v1/auth/sign-in').send({ email, password: passwords[n] }).expect(joined.includes(n) ? 201 : 401);
    }
    expect(await behind(app, 'SELECT 1 FROM memberships JOIN users ON id = user_id WHERE email = $1', [email])).toBe(1);
  });
});
