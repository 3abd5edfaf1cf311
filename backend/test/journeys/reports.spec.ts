import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import type { DayReportBody, GroupReportBody } from '../../src/tickets/reports/report.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { behind } from '../support/sessions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const PERIOD = 'from=2026-03-28&to=2026-03-30';
const itemsOf = async <T>(person: Person, path: string) => ((await person.get(path).expect(200)).body as { items: T[] }).items;
const daysOf = (person: Person) => itemsOf<DayReportBody>(person, `/reports/days?${PERIOD}`);
const timesOf = (person: Person, by = 'all') => itemsOf<GroupReportBody>(person, `/reports/times?${PERIOD}&by=${by}`);

interface Past {
  created: string;
  /** Of the agent's first answer. */
  answered?: string;
  solved?: string;
}

/** A ticket that happened then: made through the API, its times set back. */
async function happened(agent: Person, { created, answered, solved }: Past, ticket: object = {}): Promise<string> {
  const made = (await agent.post('/tickets', { subject: 'Then', requester: { email: 'rosa@school.test' }, body: 'Cold', ...ticket }).expect(201)).body as TicketBody;
  await agent.post(`/tickets/${made.id}/assign`, { assigneeId: agent.id }).expect(200);
  if (answered) {
    await agent.post(`/tickets/${made.id}/note`, { body: 'Hm' }).expect(201);
    await agent.post(`/tickets/${made.id}/reply`, { body: 'Yes' }).expect(201);
  }
  if (solved) await agent.post(`/tickets/${made.id}/transition`, { status: 'solved' }).expect(200);
  await behind(app, `UPDATE tickets SET created_at = $2, solved_at = $3 WHERE id = $1`, [made.id, created, solved ?? null]);
  await behind(app, `UPDATE ticket_messages SET created_at = CASE WHEN kind = 'note' THEN $2::timestamptz + interval '1 minute' WHEN member_id IS NULL THEN $2 ELSE $3 END WHERE ticket_id = $1`, [made.id, created, answered ?? created]);
  return made.id;
}

it('counts by days of the reader’s zone, also those of 23 hours, and what was left at each end', async () => {
  const agent = await (await newTenant(app)).join();
  await agent.patch('/users/me', { timeZone: 'Europe/Berlin' }).expect(200);
  // Clocks go forward on the 29th: it begins at 23:00Z and ends at 22:00Z.
  await happened(agent, { created: '2026-01-01T10:00:00Z' });
  await happened(agent, { created: '2026-01-02T10:00:00Z', solved: '2026-03-28T22:59:59Z' });
  await happened(agent, { created: '2026-03-28T23:00:00Z' });
  await happened(agent, { created: '2026-03-29T21:59:59Z', solved: '2026-03-29T22:00:00Z' });
  await happened(agent, { created: '2026-03-30T22:00:00Z' });
  expect(await daysOf(agent)).toEqual([
    { day: '2026-03-28', created: 0, solved: 1, backlog: 1 },
    { day: '2026-03-29', created: 2, solved: 0, backlog: 3 },
    { day: '2026-03-30', created: 0, solved: 1, backlog: 2 },
  ]);
  expect((await itemsOf<DayReportBody>(agent, '/reports/days')).length).toBe(30);
});

it('takes the first public answer of a member and the last solution, and tells them apart', async () => {
  const tenant = await newTenant(app);
  const [agent, owner] = [await tenant.join(), await tenant.join({ role: 'owner' })];
  const team = ((await owner.post('/teams', { name: 'Day', memberIds: [agent.id] }).expect(201)).body as { id: string }).id;
  const day = '2026-03-29T';
  const reopened = await happened(agent, { created: `${day}08:00:00Z`, answered: `${day}08:10:00Z`, solved: `${day}10:00:00Z` }, { tags: ['heat'] });
  await happened(agent, { created: `${day}08:00:00Z`, answered: `${day}08:30:00Z`, solved: `${day}09:00:00Z` });
  await happened(agent, { created: `${day}08:00:00Z` }, { tags: ['heat', 'oven'] });
  // What came with a merged ticket is no answer, nor is what a contact says; the merged ticket itself is part of the other.
  const merged = await happened(agent, { created: `${day}08:00:00Z`, answered: `${day}08:02:00Z` });
  await agent.post(`/tickets/${merged}/merge`, { into: reopened }).expect(200);
  await behind(app, `INSERT INTO ticket_messages (tenant_id, ticket_id, kind, body, contact_id, created_at)
    SELECT tenant_id, id, 'reply', 'Hello?', requester_id, $2 FROM tickets WHERE id = $1`, [reopened, `${day}08:05:00Z`]);
  // Who asks without a requester waits for nobody.
  await happened(agent, { created: `${day}08:00:00Z`, answered: `${day}08:01:00Z` }, { requester: undefined });
  const all = { id: null, name: null, created: 4, answered: 2, firstResponseMedian: 1_200, firstResponseP90: 1_680, solved: 2, resolutionMedian: 5_400, resolutionP90: 6_840 };
  expect(await timesOf(agent)).toEqual([all]);
  expect(await timesOf(agent, 'agent')).toEqual([{ ...all, id: agent.id, name: 'agent' }]);
  expect((await timesOf(agent, 'tag')).map(({ name, created, firstResponseMedian }) => [name, created, firstResponseMedian])).toEqual([['heat', 2, 600], [null, 2, 1_800], ['oven', 1, null]]);
  expect((await timesOf(agent, 'channel')).map(({ id }) => id)).toEqual(['api']);
  await agent.post(`/tickets/${reopened}/assign`, { teamId: team }).expect(200);
  expect((await timesOf(agent, 'team')).map(({ name }) => name)).toEqual([null, 'Day']);
  await agent.post(`/tickets/${reopened}/transition`, { status: 'open' }).expect(200);
  const [again] = await timesOf(agent);
  expect([again!.firstResponseMedian, again!.solved, again!.resolutionMedian]).toEqual([1_200, 1, 3_600]);
});

it('are files, too, with the same rows and without formulas', async () => {
  const agent = await (await newTenant(app)).join();
  await happened(agent, { created: '2026-03-29T08:00:00Z', answered: '2026-03-29T08:10:00Z' }, { tags: ['=1+1', 'say "dry"'] });
  const linesOf = async (path: string) => {
    const answer = await agent.get(path).expect(200).expect('content-type', 'text/csv; charset=utf-8');
    return { name: /filename="(.*)"/.exec(answer.get('content-disposition')!)![1], lines: answer.text.split('\r\n') };
  };
  expect(await linesOf(`/reports/days/file?${PERIOD}`)).toEqual({
    name: 'tickets-days-2026-03-28-2026-03-30.csv',
    lines: ['\uFEFFday,created,solved,backlog', '2026-03-28,0,0,0', '2026-03-29,1,0,1', '2026-03-30,0,0,1', ''],
  });
  const { name, lines } = await linesOf(`/reports/times/file?${PERIOD}&by=tag`);
  expect([name, lines[0]]).toEqual(['tickets-times-by-tag-2026-03-28-2026-03-30.csv', '\uFEFFid,name,created,answered,firstResponseMedian,firstResponseP90,solved,resolutionMedian,resolutionP90']);
  expect(lines.slice(1)).toEqual(["'=1+1,'=1+1,1,1,600,600,0,,", '"say ""dry""","say ""dry""",1,1,600,600,0,,', '']);
  await agent.get('/reports/days/file?from=soon&to=2026-03-27').expect(400);
});

it('counts what the member sees, and refuses periods that are none', async () => {
  const tenant = await newTenant(app);
  const [agent, narrow] = [await tenant.join(), await tenant.join({ visibility: 'own' })];
  await happened(agent, { created: '2026-03-29T08:00:00Z', answered: '2026-03-29T09:00:00Z', solved: '2026-03-29T10:00:00Z' });
  expect((await timesOf(narrow))).toEqual([]);
  expect((await narrow.get(`/reports/times/file?${PERIOD}`).expect(200)).text).toMatch(/^[^\r]*\r\n$/);
  expect((await daysOf(narrow)).map(({ created, solved, backlog }) => created + solved + backlog)).toEqual([0, 0, 0]);
  for (const period of ['from=2026-03-28', 'from=2026-03-28&to=2026-03-27', 'from=2025-01-01&to=2026-03-27', 'from=2026-02-31&to=2026-03-27', 'from=soon&to=2026-03-27']) {
    await agent.get(`/reports/days?${period}`).expect(400);
  }
});
