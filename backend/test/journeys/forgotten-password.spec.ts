import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startApp, WEB_ORIGIN, type TestApp } from '../support/app.ts';
import { enrol } from '../support/authenticator.ts';
import { moveClock } from '../support/clock.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { newTenant, PASSWORD, type Person } from '../support/people.ts';
import { behind } from '../support/sessions.ts';
import { waitFor } from '../support/sockets.ts';

const NEW = 'another long password';
const QUOTA = 4;
let server: MailServer;
let app: TestApp;
beforeAll(async () => {
  server = await startMailServer();
  app = await startApp({ SMTP_URL: server.url, KONTOR_MAIL_FROM: 'kontor@kontor.test', KONTOR_SMTP_TIMEOUT: '1000', KONTOR_QUOTA_PASSWORD_RESET: String(QUOTA) });
});
afterAll(async () => {
  await app.close();
  await server.close();
});

/** As if each journey came from an address of its own: the quota by address is the subject of one of them. */
const call = (path: string, body: object) => request(app.origin).post(`/api/v1/auth/${path}`).send(body);
async function forget(email: string) {
  await behind(app, `DELETE FROM quotas WHERE subject LIKE 'address:%'`);
  return call('forgot-password', { email }).expect(201);
}
const reset = (token: string, password = NEW) => call('reset-password', { token, password });
const inspect = (token: string) => call('reset-password/inspect', { token });
const signIn = (email: string, password: string) => call('sign-in', { email, password });
const person = async (role: 'agent' | 'owner' = 'agent'): Promise<Person> => (await newTenant(app)).join({ role, name: 'Rosa' });

const tokensTo = (email: string) => server.received.filter(({ to }) => to.includes(email)).map(({ text }) => /token=(kpw_[\w-]{43})/.exec(text)![1]!);
async function linkTo(email: string, count = 1): Promise<string> {
  await waitFor(() => (tokensTo(email).length >= count ? true : undefined));
  return tokensTo(email)[count - 1]!;
}

describe('who has forgotten a password', () => {
  it('gets a link by mail, once, which sets it, ends every session and signs in', async () => {
    const rosa = await person();
    await forget(rosa.email.toUpperCase());
    const { text, headers } = await server.next(rosa.email);
    expect(headers).toMatchObject({ subject: 'Choose a new password', 'auto-submitted': 'auto-generated' });
    expect(text).toContain(`${WEB_ORIGIN}/reset-password?token=kpw_`);
    const token = await linkTo(rosa.email);
    expect((await inspect(token).expect(201)).body).toEqual({ email: rosa.email });
    await reset(token, 'short').expect(400);
    const { token: session } = (await reset(token).expect(201)).body as { token: string };
    await rosa.get('/auth/session').expect(401);
    await request(app.origin).get('/api/v1/auth/session').set('authorization', `Bearer ${session}`).expect(200);
    await signIn(rosa.email, PASSWORD).expect(401);
    await signIn(rosa.email, NEW).expect(201);
    await reset(token).expect(410);
    await inspect(token).expect(410);
  });

  it('has one try with a link, however many are made at once', async () => {
    const rosa = await person();
    await forget(rosa.email);
    const token = await linkTo(rosa.email);
    const answers = await Promise.all(Array.from({ length: 6 }, () => reset(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410, 410, 410]);
  });

  it('finds every earlier link void after the first that was used, or a changed password; and any after 30 minutes', async () => {
    const rosa = await person();
    await forget(rosa.email);
    const first = await linkTo(rosa.email);
    await forget(rosa.email);
    const second = await linkTo(rosa.email, 2);
    expect(second).not.toBe(first);
    await reset(second).expect(201);
    await reset(first).expect(410);

    const jan = await person();
    await forget(jan.email);
    const changed = await linkTo(jan.email);
    await jan.post('/auth/password', { currentPassword: PASSWORD, newPassword: NEW }).expect(201);
    await reset(changed).expect(410);

    await forget(jan.email);
    const late = await linkTo(jan.email, 2);
    await behind(app, `UPDATE password_resets SET expires_at = now() WHERE email = $1`, [jan.email]);
    await reset(late).expect(410);
  });

  it('is still asked for the second factor', async () => {
    const rosa = await person();
    await enrol(rosa);
    await forget(rosa.email);
    const asked = await reset(await linkTo(rosa.email)).expect(202);
    expect(asked.body).toMatchObject({ challenge: expect.stringMatching(/^kch_/) });
  });

  it('gets the same link by a second attempt where the first was put off', async () => {
    const rosa = await person();
    server.answer({ code: 451, message: 'Later' });
    await forget(rosa.email);
    await waitFor(async () => ((await behind(app, `SELECT 1 FROM password_resets WHERE email = $1 AND attempts = 1`, [rosa.email])) > 0 ? true : undefined));
    await moveClock(app, 20_000);
    await reset(await linkTo(rosa.email)).expect(201);
    await moveClock(app, 0);
  });
});

describe('nobody learns who has an account', () => {
  it('by the answer: it is the same, and nothing is kept or sent for an address without one', async () => {
    const rosa = await person();
    const [known, unknown] = [await forget(rosa.email), await forget('nobody@kontor.test')];
    expect(unknown.body).toEqual(known.body);
    expect(Object.keys(unknown.headers).sort()).toEqual(Object.keys(known.headers).sort());
    await linkTo(rosa.email);
    await waitFor(async () => ((await behind(app, `SELECT 1 FROM password_resets WHERE email = 'nobody@kontor.test'`)) === 0 ? true : undefined));
    expect(tokensTo('nobody@kontor.test')).toEqual([]);
  });

  it('by the quota: it counts for an account and for an address alike, known or not', async () => {
    const rosa = await person();
    for (const email of [rosa.email, 'stranger@kontor.test']) {
      for (let n = 0; n < QUOTA; n += 1) await forget(email);
      await behind(app, `DELETE FROM quotas WHERE subject LIKE 'address:%'`);
      const refused = await call('forgot-password', { email }).expect(429);
      expect(refused.body).toMatchObject({ code: 'QUOTA_EXCEEDED', retryAfter: expect.any(Number) });
    }
    await behind(app, `DELETE FROM quotas`);
    for (let n = 0; n < QUOTA; n += 1) await call('forgot-password', { email: `other-${n}@kontor.test` }).expect(201);
    await call('forgot-password', { email: 'one-more@kontor.test' }).expect(429);
    await behind(app, `DELETE FROM quotas`);
  });
});

it('keeps only the hash of a link, and tells it to nobody else', async () => {
  const owner = await person('owner');
  await forget(owner.email);
  const token = await linkTo(owner.email);
  expect(await behind(app, `SELECT 1 FROM password_resets r WHERE r::text LIKE '%kpw\\_%'`)).toBe(0);
  expect(await behind(app, `SELECT 1 FROM mails m WHERE m.recipient = $1`, [owner.email])).toBe(0);
  expect(await behind(app, `SELECT 1 FROM pgboss.job j WHERE j::text LIKE '%' || $1 || '%' OR j::text LIKE '%' || $2 || '%'`, [owner.email, token])).toBe(0);
  for (const wrong of [`kpw_${'x'.repeat(43)}`, token.replace('kpw_', 'kin_'), 'x']) await reset(wrong).expect(410);
});

it('tells those who run the workspace that it was asked for and done', async () => {
  const owner = await person('owner');
  await forget(owner.email);
  await reset(await linkTo(owner.email)).expect(201);
  const actions = await behind(app, `SELECT 1 FROM audit_entries WHERE tenant_id = $1 AND action IN ('password_reset_asked', 'password_reset')`, [owner.tenantId]);
  expect(actions).toBe(2);
});

it('is helped by who runs an installation without mail: a command prints the link', async () => {
  const rosa = await person();
  const run = (email: string) =>
    promisify(execFile)(process.execPath, ['--no-warnings', resolve(import.meta.dirname, '../../src/commands/password-reset.ts'), '--email', email], {
      env: { DATABASE_MIGRATION_URL: app.database.url('owner'), KONTOR_PUBLIC_URL: WEB_ORIGIN },
    });
  const { stdout } = await run(rosa.email);
  await reset(/token=(kpw_[\w-]{43})/.exec(stdout)![1]!).expect(201);
  await expect(run('nobody@kontor.test')).rejects.toMatchObject({ stderr: expect.stringContaining('There is no account') });
});
