import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@kontor/contracts/errors';
import type { ContactBody } from '../../src/contacts/contact.shape.ts';
import type { OperationBody } from '../../src/platform/operations/operation.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { ended, itemsOf, uploadContacts } from '../support/operations.ts';
import { isLongRun } from '../support/long-runs.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { statementsOf } from '../support/statements.ts';
import { behind } from '../support/sessions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const upload = (person: Person, body: Buffer | string) => uploadContacts(app.origin, person, body);
const started = async (person: Person, body: Buffer | string) => JSON.parse((await upload(person, body)).text) as OperationBody;
const check = async (person: Person, body: Buffer | string, ms?: number) => ended(person, (await started(person, body)).id, ms);
async function run(person: Person, checkId: string, existing = 'update', ms?: number): Promise<OperationBody> {
  const { id } = bodyOf<OperationBody>(await person.post('/contacts/import/run', { checkId, existing }).expect(201));
  return ended(person, id, ms);
}
const contacts = async (person: Person, query: string) => bodyOf<{ items: ContactBody[]; count: number }>(await person.get(`/contacts?count=true&${query}`).expect(200));
const fileOf = async (person: Person, id: string) => (await person.get(`/operations/${id}/file`).expect(200).expect('content-type', 'text/csv; charset=utf-8')).text;

describe('a file', () => {
  it('is looked through row by row, then taken in as it said, and a second time changes nothing', async () => {
    const agent = await (await newTenant(app)).join();
    await agent.post('/contacts', { name: 'Known', emails: ['known@school.test', 'also@school.test'], externalId: 'K1' }).expect(201);
    await agent.post('/contacts', { name: 'Numbered', externalId: 'K9' }).expect(201);
    const csv = Buffer.concat([
      Buffer.from('\uFEFFName;E-mail;Telefon;Company;Shoe size;External ID\r\n'),
      Buffer.from('Rosa 🥕 Lind;ROSA@School.test;"+49 40 1";"Kita ""Elbe"", Nord";38;R1\r\n\r\n'),
      Buffer.from('Known again;known@school.test;;;;\r\n'),
      Buffer.from('Twice;rosa@school.test;;;;\r\n'),
      Buffer.from(';nameless@school.test;;;;\r\n'),
      Buffer.from('Bad;not an address;;;;\r\n'),
      Buffer.concat([Buffer.from('Br'), Buffer.from([0xe4, 0xff]), Buffer.from('ken;broken@school.test;;;;\r\n')]),
      Buffer.from('Wide;wide@school.test;;;;;;\r\n'),
      Buffer.from('Jan Weber;;;kita elbe nord;;\r\n'),
      Buffer.from("'=cmd;formula@school.test;;;;\r\n"),
      Buffer.from('Numbered;numbered@school.test;;;;K9\r\n'),
      Buffer.from('Same id;;;;;R1\r\n'),
    ]);
    const checked = await check(agent, csv);
    expect(checked).toMatchObject({ kind: 'contact_import', state: 'done', isDryRun: true, fileName: 'people.csv', ignoredColumns: ['Telefon', 'Shoe size'], total: 11 });
    expect((await itemsOf(agent, checked.id)).map(({ label, outcome, code }) => [label, outcome, code])).toEqual([
      ['2 · Rosa 🥕 Lind', 'created', null],
      ['4 · Known again', 'updated', null],
      ['5 · Twice', 'refused', 'DUPLICATE'],
      ['6 · nameless@school.test', 'refused', 'REQUIRED'],
      ['7 · Bad', 'refused', 'INVALID_FORMAT'],
      [expect.stringMatching(/^8 · Br/), 'refused', 'BROKEN_BYTES'],
      ['9 · Wide', 'refused', 'COLUMNS'],
      ['10 · Jan Weber', 'created', null],
      ['11 · =cmd', 'created', null],
      ['12 · Numbered', 'updated', null],
      ['13 · Same id', 'refused', 'DUPLICATE'],
    ]);
    expect((await contacts(agent, '')).count).toBe(2);
    const refused = (await fileOf(agent, checked.id)).split('\r\n');
    expect(refused.slice(0, 3)).toEqual(['\uFEFFline,reason,detail,Name,E-mail,Telefon,Company,Shoe size,External ID', '5,DUPLICATE,Is the same as line 2.,Twice,rosa@school.test,,,,', '6,REQUIRED,name: Must be given.,,nameless@school.test,,,,']);
    expect((await run(agent, checked.id)).counts).toMatchObject({ created: 3, updated: 2, refused: 0 });
    expect((await contacts(agent, 'email=rosa@school.test')).items[0]).toMatchObject({ name: 'Rosa 🥕 Lind', externalId: 'R1', company: { name: 'Kita "Elbe", Nord' } });
    // What is known is added to, never emptied.
    expect((await contacts(agent, 'email=known@school.test')).items[0]).toMatchObject({ name: 'Known again', emails: ['known@school.test', 'also@school.test'], externalId: 'K1' });
    expect((await agent.get('/companies').expect(200)).body).toMatchObject({ items: [{ name: 'Kita "Elbe", Nord', contacts: 2 }] });
    expect((await run(agent, checked.id)).counts).toEqual({ created: 0, updated: 0, skipped: 5, refused: 0, changed: 0 });
    expect((await check(agent, csv)).counts).toMatchObject({ created: 0, updated: 5, refused: 6 });
    expect((await contacts(agent, '')).count).toBe(5);
  });

  it('leaves contacts that are there already alone where that is asked', async () => {
    const agent = await (await newTenant(app)).join();
    await agent.post('/contacts', { name: 'Rosa', email: 'rosa@school.test' }).expect(201);
    const { id } = await check(agent, 'name,email,company\nRosa Lind,rosa@school.test,Kita\nJan,jan@school.test,\n');
    const ran = await run(agent, id, 'skip');
    expect(ran.counts).toMatchObject({ created: 1, skipped: 1, updated: 0 });
    await agent.post('/contacts/import/run', { checkId: ran.id }).expect(400);
    expect((await contacts(agent, 'email=rosa@school.test')).items[0]!.name).toBe('Rosa');
  });

  it('knows who has no address by name and numbers together', async () => {
    const agent = await (await newTenant(app)).join();
    await agent.post('/contacts', { name: 'Jan', phones: ['040 11'] }).expect(201);
    const { id } = await check(agent, 'name,phone\nJAN,(040) 11\nJan,040 22\n');
    expect((await itemsOf(agent, id)).map(({ outcome }) => outcome)).toEqual(['updated', 'created']);
  });

  it('that cannot be read is refused with the reason', async () => {
    const tenant = await newTenant(app);
    const [agent, viewer] = [await tenant.join(), await tenant.join({ role: 'viewer' })];
    for (const [body, status, code] of [
      ['', 400, 'REQUIRED'],
      ['email\nrosa@school.test\n', 400, 'REQUIRED'],
      ['name,email\n"Rosa,rosa@school.test\n', 400, 'INVALID_FORMAT'],
      [Buffer.from('\uFEFFname\nRosa', 'utf16le'), 400, 'INVALID_FORMAT'],
      [`name${','.repeat(200)}\nRosa`, 400, 'TOO_LARGE'],
      [`name\nRosa\n${','.repeat(2_000_000)}`, 400, 'TOO_LARGE'],
      [Buffer.alloc(10_485_761, 'a'), 413, undefined],
    ] as const) {
      const answer = await upload(agent, body);
      const problem = JSON.parse(answer.text) as Problem;
      expect([answer.status, problem.errors?.[0]?.code]).toEqual([status, code]);
    }
    expect((await upload(viewer, 'name\nRosa')).status).toBe(403);
    await agent.post('/contacts/import/run', { checkId: '01a1f9fb-fd3f-777e-b8de-0f4cadd32e02' }).expect(400);
    const { id } = await check(agent, 'name\nRosa');
    await viewer.post('/contacts/import/run', { checkId: id }).expect(403);
    await (await tenant.join()).post('/contacts/import/run', { checkId: id }).expect(400);
    await behind(app, `UPDATE operations SET state = 'cancelled' WHERE id = $1`, [id]);
    await agent.post('/contacts/import/run', { checkId: id }).expect(409);
  });
});

it('what is new is taken in at once, whatever the number of rows', async () => {
  const agent = await (await newTenant(app)).join();
  const { id } = await check(agent, `name,email\n${Array.from({ length: 30 }, (_, n) => `N${n},n${n}@school.test`).join('\n')}`);
  const asked = await statementsOf(() => run(agent, id), { all: true });
  expect(asked.filter(({ text }) => text.includes('INSERT INTO contacts '))).toHaveLength(1);
  expect((await contacts(agent, 'limit=1')).count).toBe(30);
});

const THOUSANDS = isLongRun ? 20 : 4;
const NEW = THOUSANDS * 998;

it('thousands of rows with a mark, broken bytes, emoji, duplicates and an unknown column: each named, and nothing twice', async () => {
  const agent = await (await newTenant(app)).join();
  const line = (n: number) => {
    if (n % 1_000 === 1) return Buffer.from([...Buffer.from(`Br`), 0xc3, ...Buffer.from(`,b${n}@school.test,1,x\n`)]);
    if (n % 1_000 === 2) return Buffer.from(`Twice,p${n - 2}@school.test,1,x\n`);
    return Buffer.from(`Person 🌶 ${n},p${n}@school.test,+49 40 ${n},x\n`);
  };
  const csv = Buffer.concat([Buffer.from('\uFEFFname,email,phone,mood\n'), ...Array.from({ length: THOUSANDS * 1_000 }, (_, n) => line(n))]);
  const checked = await check(agent, csv, 60_000);
  expect(checked).toMatchObject({ total: THOUSANDS * 1_000, ignoredColumns: ['mood'], counts: { created: NEW, refused: THOUSANDS * 2, updated: 0 } });
  const codes = Map.groupBy(await itemsOf(agent, checked.id, '&outcome=refused'), ({ code }) => code);
  expect([codes.get('BROKEN_BYTES')?.length, codes.get('DUPLICATE')?.length]).toEqual([THOUSANDS, THOUSANDS]);
  expect((await run(agent, checked.id, 'update', 170_000)).counts).toMatchObject({ created: NEW, refused: 0 });
  expect((await contacts(agent, 'limit=1')).count).toBe(NEW);
  expect((await run(agent, checked.id, 'skip', 60_000)).counts).toMatchObject({ created: 0, updated: 0, skipped: NEW });
  expect((await contacts(agent, 'limit=1')).count).toBe(NEW);
}, 300_000);
