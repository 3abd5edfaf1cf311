import { Body, Controller, Post, type DynamicModule } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import { AppModule } from '../../src/app.module.ts';
import { Can } from '../../src/platform/access/decorators.ts';
import { Database } from '../../src/platform/database/database.ts';
import { sql } from '../../src/platform/database/statement.ts';
import { Text } from '../../src/platform/http/fields.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';

class RaceDto {
  @Text({ max: 500 })
  order: string;
}
const LOCK = sql('SELECT 1 FROM contacts WHERE email = $1 FOR UPDATE');
const RAISE = (code: string) => sql(`DO $$ BEGIN RAISE EXCEPTION 'secret of the inside' USING ERRCODE = '${code}'; END $$`);
const HURRY = sql(`SELECT set_config('statement_timeout', '300', true)`);
const SLOW = sql('SELECT pg_sleep(9)');

let attempts = 0;

let arrived = 0;
const meeting = Promise.withResolvers<void>();
/** Each of the two holds its first contact before either asks for its second. */
function met(): Promise<void> {
  arrived += 1;
  if (arrived === 2) meeting.resolve();
  return meeting.promise;
}

/** What a feature may run into: it stands in this test's application only. */
@Controller('races')
class RacesController {
  constructor(private readonly database: Database) {}

  /** Locks contacts one after the other, so that two requests in opposite order wait in a circle. */
  @Post('lock')
  @Can()
  async lock(@Body() { order }: RaceDto) {
    attempts += 1;
    for (const email of order.split(' ')) {
      await this.database.query(LOCK, [email]);
      await met();
    }
  }

  @Post('raise')
  @Can()
  async raise(@Body() { order }: RaceDto) {
    attempts += 1;
    const [code, times] = order.split(' ');
    if (attempts <= Number(times)) await this.database.query(RAISE(code!));
    await this.database.query(LOCK, ['nobody@b.test']);
  }

  @Post('slow')
  @Can()
  async slow(@Body() _: RaceDto) {
    await this.database.query(HURRY);
    await this.database.query(SLOW);
  }
}

let app: TestApp;
let agent: Person;
beforeAll(async () => {
  const withRaces = (module: DynamicModule): DynamicModule => ({ ...module, controllers: [RacesController] });
  app = await startApp({}, (settings) => withRaces(AppModule.with(settings)));
  agent = await (await newTenant(app)).join();
  for (const email of ['a@b.test', 'b@b.test']) await agent.post('/contacts', { name: 'x', email }).expect(201);
});
afterAll(() => app.close());

const raise = async (code: string, times: number) => {
  attempts = 0;
  const answer = await agent.post('/races/raise', { order: `${code} ${times}` });
  return { attempts, status: answer.status, code: bodyOf<Partial<Problem>>(answer).code, text: answer.text };
};

describe('a lost race', () => {
  it.each(['40001', '40P01'])('%s is run again up to three times', async (code) => {
    expect(await raise(code, 1)).toMatchObject({ attempts: 2, status: 201 });
    expect(await raise(code, 3)).toMatchObject({ attempts: 4, status: 201 });
    expect(await raise(code, 4)).toMatchObject({ attempts: 4, status: 409, code: 'CONFLICT' });
  });

  it('of two requests that wait for each other ends well for both', async () => {
    attempts = 0;
    const answers = await Promise.all(['a@b.test b@b.test', 'b@b.test a@b.test'].map((order) => agent.post('/races/lock', { order })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(attempts).toBeGreaterThan(2);
  });
});

describe('an error of the database', () => {
  it.each([
    ['22003', 400, 'VALIDATION_FAILED'], ['23505', 409, 'CONFLICT'], ['23503', 404, 'NOT_FOUND'], ['55P03', 504, 'TIMEOUT'], ['57014', 504, 'TIMEOUT'], ['53300', 503, 'UNAVAILABLE'], ['XX000', 500, 'INTERNAL'],
  ] as const)('%s is a problem, tried once, that tells nothing', async (raised, status, code) => {
    const answer = await raise(raised, 9);
    expect(answer).toMatchObject({ attempts: 1, status, code });
    expect(answer.text).not.toMatch(/secret|SELECT|RAISE|inside/);
  });

  it('a statement that takes too long is TIMEOUT, and the connection lives on', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => agent.post('/races/slow', { order: 'x' })));
    expect(new Set(answers.map((answer) => bodyOf<Problem>(answer).code))).toEqual(new Set(['TIMEOUT']));
    await agent.get('/tickets').expect(200);
    await agent.post('/tickets', { subject: 'x' }).expect(201);
  });
});
