import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.ts';
import { moveClock } from '../support/clock.ts';
import { asSuperuser } from '../support/databases.ts';
import { newTenant } from '../support/people.ts';
import { runChore } from '../support/test-jobs.ts';

const DAY = 86_400_000;

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('each chore has its schedule', async () => {
  const { rows } = await asSuperuser(app.database.superuserUrl, (client) => client.query<{ line: string }>(`SELECT name || ' ' || cron AS line FROM pgboss.schedule ORDER BY 1`));
  const lines = rows.map(({ line }) => line);
  expect(lines).toEqual(expect.arrayContaining(['prune * * * * *', 'sweep-files 0 * * * *', 'sweep-operations * * * * *']));
});

it('events are kept 7 days, and then no more', async () => {
  const agent = await (await newTenant(app)).join();
  await agent.post('/tickets', { subject: 'Oven' }).expect(201);
  const feed = () => agent.get('/events?channel=tickets:updates&after=0');
  await moveClock(app, 7 * DAY - 60_000);
  await runChore(app, 'prune');
  await feed().expect(200);
  await moveClock(app, 7 * DAY + 60_000);
  await runChore(app, 'prune');
  await feed().expect(410);
});
