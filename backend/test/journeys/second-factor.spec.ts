import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Problem } from '@kontor/contracts/errors';
import type { ChallengeBody, SecondFactorBody, SignedInBody } from '../../src/users/users.shapes.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { codesOf, enrol } from '../support/authenticator.ts';
import { newTenant, PASSWORD, personWith, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind, invite } from '../support/sessions.ts';
import { connect } from '../support/sockets.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const newPerson = async () => (await newTenant(app)).join();
const post = (path: string, body: object) => request(app.origin).post(`/api/v1${path}`).send(body);
const signIn = ({ email }: Person) => post('/auth/sign-in', { email, password: PASSWORD });
const answer = (challenge: string, code: string) => post('/auth/second-factor', { challenge, code });
const challengeOf = async (person: Person) => bodyOf<ChallengeBody>(await signIn(person).expect(202)).challenge;
const statusOf = async (person: Person) => bodyOf<SecondFactorBody>(await person.get('/auth/second-factor').expect(200));
const code = (body: unknown) => (body as Problem).code;
const count = (statuses: number[], wanted: number) => statuses.filter((status) => status === wanted).length;

describe('setting it up', () => {
  it('asks for the password, then a first code; sign-ins ask for a code from then on', async () => {
    const person = await newPerson();
    await person.post('/auth/second-factor/enrol', { password: 'not my password' }).expect(400);
    const { key, uri } = bodyOf<{ key: string; uri: string }>(await person.post('/auth/second-factor/enrol', { password: PASSWORD }).expect(201));
    expect(uri).toContain(`secret=${key}`);
    expect(await statusOf(person)).toEqual({ enabledAt: null, recoveryCodesLeft: 0 });
    await signIn(person).expect(201);
    await person.post('/auth/second-factor/confirm', { code: '000000' }).expect(400);
    const confirmed = await person.post('/auth/second-factor/confirm', { code: codesOf(key)() }).expect(201);
    const { recoveryCodes } = confirmed.body as { recoveryCodes: string[] };
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await statusOf(person)).toMatchObject({ enabledAt: expect.any(String), recoveryCodesLeft: 10 });
    await person.post('/auth/second-factor/enrol', { password: PASSWORD }).expect(409);
    const challenge = await challengeOf(person);
    const { token } = bodyOf<SignedInBody>(await answer(challenge, codesOf(key)(1)).expect(201));
    await request(app.origin).get('/api/v1/auth/session').set('authorization', `Bearer ${token}`).expect(200);
  });

  it('ends the sessions that the password alone has opened, and their sockets', async () => {
    const person = await newPerson();
    const other = personWith(app, bodyOf<SignedInBody>(await signIn(person).expect(201)), person.email);
    const { socket } = await connect(app, other.token);
    const cut = new Promise((resolve) => socket.on('disconnect', resolve));
    await enrol(person);
    await other.get('/auth/session').expect(401);
    await person.get('/auth/session').expect(200);
    await cut;
  });

  it('keeps the secret encrypted, and bound to its person', async () => {
    const [rosa, tom] = [await newPerson(), await newPerson()];
    const [phone] = [await enrol(rosa), await enrol(tom)];
    expect(await behind(app, `SELECT 1 FROM second_factors WHERE length(secret) > 50 AND user_id = $1`, [rosa.id])).toBe(1);
    await behind(app, `UPDATE second_factors SET secret = (SELECT secret FROM second_factors WHERE user_id = $1) WHERE user_id = $2`, [rosa.id, tom.id]);
    await answer(await challengeOf(tom), phone.code(1)).expect(500);
  });
});

describe('a code', () => {
  it('sent twenty times at once holds once', async () => {
    const person = await newPerson();
    const phone = await enrol(person);
    const challenges = await Promise.all(Array.from({ length: 20 }, () => challengeOf(person)));
    const answers = await Promise.all(challenges.map((challenge) => answer(challenge, phone.code(1))));
    const statuses = answers.map(({ status }) => status);
    expect([count(statuses, 201), count(statuses, 401)]).toEqual([1, 19]);
  });

  it('that was used does not hold again, nor one before it', async () => {
    const person = await newPerson();
    const phone = await enrol(person);
    await answer(await challengeOf(person), phone.code(1)).expect(201);
    for (const steps of [1, 0, -1]) await answer(await challengeOf(person), phone.code(steps)).expect(401);
  });

  it('for recovery holds once, even twice at once, however it is written', async () => {
    const person = await newPerson();
    const { recoveryCodes } = await enrol(person);
    const typed = recoveryCodes[0]!.toUpperCase().replaceAll('-', ' ');
    const challenges = [await challengeOf(person), await challengeOf(person)];
    const answers = await Promise.all(challenges.map((challenge) => answer(challenge, typed)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
    expect((await statusOf(person)).recoveryCodesLeft).toBe(9);
  });
});

describe('a challenge', () => {
  it('is no session, and good for one sign-in', async () => {
    const person = await newPerson();
    const { code: next, recoveryCodes } = await enrol(person);
    const challenge = await challengeOf(person);
    const asSession = personWith(app, { token: challenge, user: person, tenant: { id: person.tenantId } }, person.email);
    for (const path of ['/auth/session', '/tickets', '/auth/second-factor']) expect((await asSession.get(path)).status).toBe(401);
    await answer(challenge, next(1)).expect(201);
    expect(code((await answer(challenge, recoveryCodes[0]!).expect(410)).body)).toBe('GONE');
    await answer(`kch_${'x'.repeat(43)}`, next(1)).expect(410);
    await answer(person.token, next(1)).expect(410);
  });

  it('answered twice at once with two right codes opens one session, and spends one code', async () => {
    const person = await newPerson();
    const { recoveryCodes } = await enrol(person);
    const challenge = await challengeOf(person);
    const answers = await Promise.all([answer(challenge, recoveryCodes[0]!), answer(challenge, recoveryCodes[1]!)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
    expect((await statusOf(person)).recoveryCodesLeft).toBe(9);
  });

  it('ends after five minutes, and with the password that it was given for', async () => {
    const person = await newPerson();
    const { code: next } = await enrol(person);
    const [late, stale] = [await challengeOf(person), await challengeOf(person)];
    await behind(app, `UPDATE sign_in_challenges SET expires_at = now() WHERE token_hash = sha256($1::bytea)`, [late]);
    await answer(late, next(1)).expect(410);
    await person.post('/auth/password', { currentPassword: PASSWORD, newPassword: 'another long password' }).expect(201);
    await answer(stale, next(1)).expect(410);
  });
});

it('is asked for by whoever joins another workspace, too', async () => {
  const person = await newPerson();
  const phone = await enrol(person);
  const elsewhere = await newTenant(app);
  const token = await invite(app, elsewhere.id, person.email);
  const { challenge } = bodyOf<ChallengeBody>(await post('/invitations/accept', { token, password: PASSWORD }).expect(202));
  const signedIn = bodyOf<SignedInBody>(await answer(challenge, phone.code(1)).expect(201));
  expect(signedIn.tenant.id).toBe(elsewhere.id);
});

it('is turned off, and its recovery codes renewed, by password and code only', async () => {
  const person = await newPerson();
  const { code: next, recoveryCodes } = await enrol(person);
  const path = '/auth/second-factor';
  for (const step of ['recovery-codes', 'disable']) {
    await person.post(`${path}/${step}`, { password: 'not my password', code: next(1) }).expect(400);
    await person.post(`${path}/${step}`, { password: PASSWORD, code: '000000' }).expect(400);
  }
  const renewed = bodyOf<{ recoveryCodes: string[] }>(await person.post(`${path}/recovery-codes`, { password: PASSWORD, code: recoveryCodes[0] }).expect(201));
  await person.post(`${path}/disable`, { password: PASSWORD, code: recoveryCodes[1] }).expect(400);
  await person.post(`${path}/disable`, { password: PASSWORD, code: renewed.recoveryCodes[0] }).expect(204);
  expect(await statusOf(person)).toEqual({ enabledAt: null, recoveryCodesLeft: 0 });
  await signIn(person).expect(201);
});
