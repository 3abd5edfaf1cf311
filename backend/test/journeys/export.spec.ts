import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { OperationBody } from '../../src/platform/operations/operation.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { ended, uploadContacts } from '../support/operations.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

async function exported(person: Person, what: 'tickets' | 'contacts', matching = ''): Promise<OperationBody> {
  const { id } = bodyOf<OperationBody>(await person.post(`/${what}/export`, { matching }).expect(201));
  return ended(person, id);
}
const fileOf = (person: Person, id: string) => person.get(`/operations/${id}/file`).buffer();
const rowsOf = (text: string) => parse<Record<string, string>>(text, { bom: true, columns: true });

describe('an export of tickets', () => {
  it('has what the list finds, in a file that no spreadsheet runs', async () => {
    const agent = await (await newTenant(app)).join({ name: 'Tom, "B"' });
    for (const subject of ['=1+1', '+SUM(A1)', '-2', '@cmd', 'Say "no", please\nor not', 'Plain']) {
      await agent.post('/tickets', { subject, tags: subject === 'Plain' ? ['other'] : ['odd'], requester: { email: 'rosa@school.test', name: '=Rosa' } }).expect(201);
    }
    const operation = await exported(agent, 'tickets', 'tag=odd&sort=-number&limit=2');
    expect(operation).toMatchObject({ kind: 'ticket_export', state: 'done', total: 5, hasFile: true });
    const answer = await fileOf(agent, operation.id).expect(200).expect('content-disposition', /^attachment; filename="tickets-\d{4}-\d\d-\d\d\.csv"$/);
    expect(answer.text.startsWith('\uFEFFnumber,subject,')).toBe(true);
    const rows = rowsOf(answer.text);
    expect(rows.map(({ subject }) => subject)).toEqual(["'=1+1", "'+SUM(A1)", "'-2", "'@cmd", 'Say "no", please\nor not']);
    expect(rows[0]).toMatchObject({ number: '1', status: 'new', requester: "'=Rosa", requesterEmail: 'rosa@school.test', tags: 'odd' });
    await agent.post('/tickets/export', { matching: 'status=unheard' }).expect(400);
  });

  it('is read under present rights: what went out of sight since is not in it, and who may no longer has none', async () => {
    const tenant = await newTenant(app);
    const [owner, agent] = [await tenant.join({ role: 'owner' }), await tenant.join()];
    await owner.post('/tickets', { subject: 'Of the owner' }).expect(201);
    await agent.post('/tickets', { subject: 'Of the agent' }).expect(201);
    const { id } = await exported(agent, 'tickets');
    const subjects = async () => rowsOf((await fileOf(agent, id).expect(200)).text).map(({ subject }) => subject);
    expect(await subjects()).toEqual(['Of the owner', 'Of the agent']);
    await owner.patch(`/members/${agent.id}`, { ticketVisibility: 'own' }).expect(200);
    expect(await subjects()).toEqual(['Of the agent']);
    await fileOf(owner, id).expect(404);
    await owner.patch(`/members/${agent.id}`, { role: 'viewer' }).expect(200);
    await fileOf(agent, id).expect(403);
    await agent.post('/tickets/export', {}).expect(403);
  });

  it('is gone after a day', async () => {
    const agent = await (await newTenant(app)).join();
    const operation = await exported(agent, 'tickets');
    expect(Math.round((Date.parse(operation.expiresAt!) - Date.parse(operation.finishedAt!)) / 3_600_000)).toBe(24);
    await behind(app, `UPDATE operations SET expires_at = now() WHERE id = $1`, [operation.id]);
    await fileOf(agent, operation.id).expect(410);
    expect(bodyOf<OperationBody>(await agent.get(`/operations/${operation.id}`)).hasFile).toBe(false);
  });

  it('of many tickets comes page by page, each once', async () => {
    const agent = await (await newTenant(app)).join();
    await behind(app, `INSERT INTO tickets (tenant_id, number, subject) SELECT $1::uuid, n, 'Ticket ' || n FROM generate_series(1, 2300) n`, [agent.tenantId]);
    const rows = rowsOf((await fileOf(agent, (await exported(agent, 'tickets')).id)).text);
    expect([rows.length, new Set(rows.map(({ number }) => number)).size]).toEqual([2_300, 2_300]);
  });
});

it('an export of contacts can be imported again, and changes nothing', async () => {
  const agent = await (await newTenant(app)).join();
  for (const contact of [{ name: '=Rosa', email: 'rosa@school.test', phone: '+49 40 1' }, { name: 'Jan', externalId: 'J1' }]) await agent.post('/contacts', contact).expect(201);
  const { text } = await fileOf(agent, (await exported(agent, 'contacts')).id);
  const upload = await uploadContacts(app.origin, agent, text);
  const check = await ended(agent, (JSON.parse(upload.text) as OperationBody).id);
  expect(check.counts).toMatchObject({ updated: 2, created: 0, refused: 0 });
  const { id } = bodyOf<OperationBody>(await agent.post('/contacts/import/run', { checkId: check.id }).expect(201));
  expect((await ended(agent, id)).counts).toMatchObject({ skipped: 2, updated: 0, created: 0 });
});
