import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import type { ChallengeBody } from '../../src/users/users.shapes.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { enrol } from '../support/authenticator.ts';
import { newTenant, PASSWORD } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ KONTOR_LIMIT_SIGN_IN: '3' });
});
afterAll(() => app.close());

const post = async (path: string, body: object) => request(app.origin).post(`/api/v1${path}`).send(body);

it('wrong codes are counted over all challenges, and the right one is no way out', async () => {
  const person = await (await newTenant(app)).join();
  const phone = await enrol(person);
  const challenges: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    challenges.push(bodyOf<ChallengeBody>(await post('/auth/sign-in', { email: person.email, password: PASSWORD })).challenge);
  }
  const statuses: number[] = [];
  for (const [n, challenge] of challenges.entries()) {
    statuses.push((await post('/auth/second-factor', { challenge, code: n < 4 ? '000000' : phone.code(1) })).status);
  }
  expect(statuses).toEqual([401, 401, 401, 429, 429]);
});
