import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TicketBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { newTenant, type Person } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const create = async (person: Person, fields: object) => bodyOf<TicketBody>(await person.post('/tickets', fields).expect(201));
const found = async (person: Person, q: string, more = '') =>
  bodyOf<{ items: TicketBody[] }>(await person.get(`/tickets?sort=number&limit=100&q=${encodeURIComponent(q)}${more}`).expect(200)).items.map(({ subject }) => subject);

describe('the words of a ticket find it', () => {
  let agent: Person;
  let number: number;
  beforeAll(async () => {
    const tenant = await newTenant(app);
    agent = await tenant.join({ role: 'agent' });
    for (let n = 0; n < 20; n += 1) await create(agent, { subject: `Nothing ${n}`, body: 'Lunch for the harbour fair.' });
    const oven = await create(agent, { subject: 'Oven 3 does not hold temperature', body: 'The thermostat drifts; order PO-2291 and INV4711.', requester: { email: 'rosa.lind@hafen-schule.test', name: 'Rosa Lind' } });
    number = oven.number;
    await agent.post(`/tickets/${oven.id}/note`, { body: 'Mechanic comes on Tuesday, call +49 40 7654321. Äpfel!' }).expect(201);
    const kue = await create(agent, { subject: 'Pengiriman kue terlambat', body: 'Mohon kirimkan makanan ke sekolah; kami sudah membayar tagihan. Mereka menunggu.', requester: { email: 'sari@dapur.test', name: 'Sari Dewi' } });
    await agent.patch(`/contacts/${kue.requester!.id}`, { phones: ['021 555 0199', '+62 812-3456-7890'], emails: ['sari@dapur.test', 'dewi.s@rumah.test'] }).expect(200);
    await agent.post(`/tickets/${kue.id}/reply`, { body: 'Deliveries of running orders are checked.' }).expect(201);
  });

  const OVEN = [
    'oven', 'OVEN', 'thermo', 'temperatures', 'holding temperature', 'the oven', 'drifting', 'mechanic', 'tuesday mechanics', 'oven rosa', 'Äpfel', 'äpf',
    'rosa.lind@hafen-schule.test', 'rosa.lind@haf', 'ROSA.LIND@HAFEN-SCHULE.TEST', 'hafen-schule', '@hafen-schule.test', 'lind',
    'PO-2291', 'po 2291', '2291', 'INV4711', 'inv-4711', '4711', 'po2291', '7654321', '+49 40 7654321', '040 7654321', 'oven, 3!', '"oven"',
  ];
  it.each(OVEN)('%s', async (q) => expect(await found(agent, q)).toEqual(['Oven 3 does not hold temperature']));

  const KUE = [
    'pengiriman', 'kirim', 'dikirim', 'mengirim', 'kirimkan', 'makan', 'makanan', 'bayar', 'pembayaran', 'tagih', 'menagih', 'tunggu', 'sekolah yang terlambat', 'kue untuk sekolah',
    'sari dewi', 'sari@dapur', 'dewi.s@rumah.test', 'rumah', '5550199', '081234567890', '6281234567890', '34567890', '0812-3456', 'delivery', 'run', 'orders checking',
  ];
  it.each(KUE)('%s', async (q) => expect(await found(agent, q)).toEqual(['Pengiriman kue terlambat']));

  it('its number, too', async () => {
    expect(await found(agent, `${number}`)).toContain('Oven 3 does not hold temperature');
    expect(await found(agent, `#${number}`)).toContain('Oven 3 does not hold temperature');
  });

  it.each(['ovens fridge', 'ven', 'stat', 'kabel', 'osa.lind@hafen', '291', '!!!', "' | 'x':*", '\\', ':* & !', '<->', "O'Neil", '%', '🥕'])('but %s does not', async (q) => {
    expect(await found(agent, q)).toEqual([]);
  });

  it('the best matches come first, the newest of those first, page by page', async () => {
    const tenant = await newTenant(app);
    const person = await tenant.join({ role: 'agent' });
    const made: TicketBody[] = [];
    for (let n = 0; n < 6; n += 1) made.push(await create(person, n % 2 ? { subject: `Freezer ${n}` } : { subject: `Other ${n}`, body: 'About the freezer.' }));
    const wanted = [5, 3, 1, 4, 2, 0].map((n) => made[n]!.subject);
    const subjects: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: TicketBody[]; nextCursor: string | null; count: number } = bodyOf(await person.get(`/tickets?q=freezer&sort=-relevance&limit=4&count=true${cursor && `&cursor=${cursor}`}`).expect(200));
      expect(page.count).toBe(6);
      subjects.push(...page.items.map(({ subject }) => subject));
      cursor = page.nextCursor;
    }
    expect(subjects).toEqual(wanted);
    await person.get('/tickets?sort=-relevance').expect(400);
  });

  it('goes together with filters', async () => {
    expect(await found(agent, 'lunch', '&status=open')).toEqual([]);
    expect(await found(agent, 'lunch', `&filter=${encodeURIComponent('{"field":"number","op":"atMost","value":2}')}`)).toEqual(['Nothing 0', 'Nothing 1']);
  });
});

it('finds what was written a moment ago, under the new words and no more under the old', async () => {
  const agent = await (await newTenant(app)).join({ role: 'agent' });
  const { id } = await create(agent, { subject: 'Mangled', body: 'Kept words', requester: { email: 'jan@school.test', name: 'Jan' } });
  await agent.patch(`/tickets/${id}`, { subject: 'Untangled', requester: { email: 'piet@school.test', name: 'Piet' } }).expect(200);
  expect([await found(agent, 'mangled'), await found(agent, 'jan'), await found(agent, 'untangled piet kept')]).toEqual([[], [], ['Untangled']]);
  const { requester } = bodyOf<TicketBody>(await agent.get(`/tickets/${id}`).expect(200));
  await agent.patch(`/contacts/${requester!.id}`, { name: 'Pieter' }).expect(200);
  expect([await found(agent, 'piet@school.test'), await found(agent, 'pieter kept')]).toEqual([['Untangled'], ['Untangled']]);
  await agent.patch(`/contacts/${requester!.id}`, { emails: ['home@pieter.test'], phones: ['0171 4455'] }).expect(200);
  expect([await found(agent, 'piet@school.test'), await found(agent, 'home@pieter'), await found(agent, '01714455')]).toEqual([[], ['Untangled'], ['Untangled']]);
  await agent.patch(`/contacts/${requester!.id}`, { emails: [], phones: [] }).expect(200);
  expect([await found(agent, 'home@pieter'), await found(agent, 'pieter')]).toEqual([[], ['Untangled']]);
  const other = await create(agent, { subject: 'Another' });
  await behind(app, `UPDATE ticket_messages SET ticket_id = $2 WHERE tenant_id = $1`, [agent.tenantId, other.id]);
  expect([await found(agent, 'kept')]).toEqual([['Another']]);
});

it('keeps to the workspace, and to the tickets that the member sees', async () => {
  const tenant = await newTenant(app);
  const [agent, narrow, team] = [await tenant.join({ role: 'agent' }), await tenant.join({ role: 'agent', visibility: 'own' }), await tenant.join({ role: 'agent', visibility: 'team' })];
  const stranger = await (await newTenant(app)).join({ role: 'owner' });
  const hidden = await create(agent, { subject: 'Acquisition', body: 'Confidential merger', requester: { email: 'ceo@corp.test' } });
  await create(narrow, { subject: 'Own ticket', body: 'About the merger' });
  for (const q of ['acquisition', 'confidential', 'ceo@corp.test', `${hidden.number} acq`]) {
    for (const person of [narrow, team, stranger]) {
      for (const sort of ['-createdAt', '-relevance']) {
        const answer = await person.get(`/tickets?count=true&sort=${sort}&q=${encodeURIComponent(q)}`).expect(200);
        expect(answer.body).toEqual({ items: [], nextCursor: null, count: 0 });
      }
    }
    expect(await found(agent, q)).toEqual(['Acquisition']);
  }
  expect([await found(narrow, 'merger'), await found(team, 'merger'), await found(stranger, 'merger')]).toEqual([['Own ticket'], [], []]);
});

it('pages through common words as through any list', async () => {
  const tenant = await newTenant(app);
  const agent = await tenant.join({ role: 'agent' });
  await behind(app, `INSERT INTO tickets (tenant_id, number, subject, created_at) SELECT $1::uuid, n, CASE WHEN n % 10 = 0 THEN 'Rare' ELSE 'Common delivery' END, now() - n * interval '1 second' FROM generate_series(1, 700) n`, [tenant.id]);
  for (const sort of ['-createdAt', '-relevance']) {
    const numbers: number[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: TicketBody[]; nextCursor: string | null; count: number } = bodyOf(await agent.get(`/tickets?q=deliver&sort=${sort}&limit=100&count=true${cursor && `&cursor=${cursor}`}`).expect(200));
      expect(page.count).toBe(630);
      numbers.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor;
    }
    expect(numbers).toEqual(Array.from({ length: 700 }, (_, n) => n + 1).filter((n) => n % 10));
  }
  expect(await found(agent, 'rare')).toHaveLength(70);
});

it('takes a conversation of any size', async () => {
  const agent = await (await newTenant(app)).join({ role: 'agent' });
  const { id } = await create(agent, { subject: 'Log', body: 'x'.repeat(50_000) });
  for (let n = 0; n < 12; n += 1) {
    const words = Array.from({ length: 7_000 }, (_, k) => `w${(n * 7_000 + k).toString(36)}é`).join(' ').slice(0, 49_900);
    await agent.post(`/tickets/${id}/reply`, { body: `${words} last${n}` }).expect(201);
  }
  await agent.patch(`/tickets/${id}`, { subject: 'Protocol' }).expect(200);
  expect(await found(agent, 'protocol')).toEqual(['Protocol']);
});
