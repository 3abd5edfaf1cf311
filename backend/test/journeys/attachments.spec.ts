import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttachmentBody } from '../../src/tickets/attachments/attachment.shape.ts';
import { FileSweeper } from '../../src/platform/storage/file-sweeper.ts';
import { Clock } from '../../src/platform/clock.ts';
import type { AnsweredBody, TicketBody, TimelineEntryBody } from '../../src/tickets/ticket.shape.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { readFeed } from '../support/events.ts';
import { GIF, PDF, PNG, sendFile, upload, zip } from '../support/files.ts';
import { newTenant, type Person, type Tenant } from '../support/people.ts';
import { bodyOf } from '../support/reader.ts';
import { behind } from '../support/sessions.ts';

let app: TestApp;
let tenant: Tenant;
let agent: Person;
beforeAll(async () => {
  app = await startApp({ KONTOR_ATTACHMENT_TYPES: 'png,gif,jpg,pdf,txt,csv,docx,zip', KONTOR_ATTACHMENT_MAX_FILES: '3', KONTOR_ATTACHMENT_MAX_BYTES: '100000' });
  tenant = await newTenant(app);
  agent = await tenant.join();
});
afterAll(() => app.close());

const openTicket = async (person = agent) => bodyOf<TicketBody>(await person.post('/tickets', { subject: 'Oven', body: 'Cold' }).expect(201));
const timeline = async (person: Person, id: string) => bodyOf<{ items: TimelineEntryBody[] }>(await person.get(`/tickets/${id}/timeline`).expect(200)).items;
const content = (person: Person, id: string) => person.get(`/attachments/${id}/content`).buffer(true);

/** Uploads of a person that wait to be sent. */
const letWait = (person: Person, count: number) =>
  behind(app, `INSERT INTO attachments (tenant_id, id, uploaded_by, name, type, size, sha256)
    SELECT $1, uuidv7(), $2, 'a.png', 'image/png', 1, repeat('0', 64) FROM generate_series(1, $3::int)`, [person.tenantId, person.id, count]);

/** Every file that is kept or coming in, for all tenants of this application. */
async function filesOnDisk(folder: 'incoming' | 'kept'): Promise<string[]> {
  const entries = await readdir(join(app.settings.files.folder, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('a file goes with a message', () => {
  it('is uploaded, sent with a reply, shown in the conversation and downloaded as it was', async () => {
    const ticket = await openTicket();
    const [menu, photo] = [await upload(agent, 'menu week 48.pdf', PDF), await upload(agent, 'Ofen „3“.png', PNG)];
    expect(menu).toEqual({ id: menu.id, name: 'menu week 48.pdf', type: 'application/pdf', size: PDF.length });
    const answered = bodyOf<AnsweredBody>(await agent.post(`/tickets/${ticket.id}/reply`, { body: 'See both.', attachmentIds: [photo.id, menu.id] }).expect(201));
    expect(answered.message.attachments).toEqual([photo, menu]);
    const entries = await timeline(agent, ticket.id);
    expect(entries.map(({ attachments }) => attachments.length).sort()).toEqual([0, 0, 2]);
    expect(entries.find(({ type, kind }) => type === 'message' && kind === 'reply')).toMatchObject({ body: 'See both.', attachments: [photo, menu] });
    const file = await content(agent, photo.id).expect(200);
    expect(file.body).toEqual(PNG);
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'content-disposition': `attachment; filename="Ofen _3_.png"; filename*=UTF-8''Ofen%20%E2%80%9E3%E2%80%9C.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
    });
    await content(agent, photo.id).set('if-none-match', String(file.headers['etag'])).expect(304);
  });

  it('goes with a note and with a new ticket, and a note’s event tells nothing of it', async () => {
    const [plan, list] = [await upload(agent, 'plan.txt', Buffer.from('Turn it off.')), await upload(agent, 'list.csv', Buffer.from('a;b\n1;2\n'))];
    const ticket = bodyOf<TicketBody>(await agent.post('/tickets', { subject: 'Both', body: 'One', attachmentIds: [plan.id] }).expect(201));
    await agent.post(`/tickets/${ticket.id}/note`, { body: 'Two', attachmentIds: [list.id] }).expect(201);
    expect((await timeline(agent, ticket.id)).map(({ attachments }) => attachments)).toEqual([[list], [plan]]);
    const noted = (await readFeed(agent)).findLast(({ type }) => type === 'ticket_noted');
    expect(JSON.stringify(noted)).not.toMatch(/list\.csv/);
    await agent.post('/tickets', { subject: 'No words', attachmentIds: [list.id] }).expect(400);
  });

  it('is sent once: two messages at once that want it are one answer and one refusal', async () => {
    const [ticket, file] = [await openTicket(), await upload(agent, 'one.png', PNG)];
    const send = () => agent.post(`/tickets/${ticket.id}/reply`, { body: 'Mine', attachmentIds: [file.id] });
    const answers = await Promise.all([send(), send(), send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
    const refused = answers.find(({ status }) => status === 400)!;
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/attachmentIds/0', code: 'NOT_FOUND' }] });
    const messages = (await timeline(agent, ticket.id)).filter(({ body }) => body === 'Mine');
    expect(messages.map(({ attachments }) => attachments)).toEqual([[file]]);
  });

  it('is nobody else’s until it is sent, and not more than so many go with one message', async () => {
    const [ticket, colleague] = [await openTicket(), await tenant.join()];
    const files = [];
    for (const n of [1, 2, 3, 4]) files.push((await upload(agent, `${n}.png`, PNG)).id);
    const take = (person: Person, attachmentIds: unknown[]) => person.post(`/tickets/${ticket.id}/reply`, { body: 'x', attachmentIds });
    expect((await take(colleague, [files[0]]).expect(400)).body).toMatchObject({ errors: [{ pointer: '/attachmentIds/0', code: 'NOT_FOUND' }] });
    expect((await take(agent, files).expect(400)).body).toMatchObject({ errors: [{ pointer: '/attachmentIds', code: 'TOO_LONG' }] });
    for (const odd of [[files[0], files[0]], ['x'], [null], Array(51).fill(files[0])]) await take(agent, odd).expect(400);
    await content(agent, files[0]!).expect(404);
    await colleague.delete(`/attachments/${files[0]}`).expect(404);
    await agent.delete(`/attachments/${files[0]}`).expect(204);
    await take(agent, [files[0]]).expect(400);
    expect(await filesOnDisk('kept')).not.toContain(files[0]);
    await take(agent, files.slice(1)).expect(201);
    await agent.delete(`/attachments/${files[1]}`).expect(404);
  });
});

describe('who reads a file', () => {
  it('is whoever sees the ticket: 404 for another tenant, and for a note on a hidden ticket', async () => {
    const [ticket, file] = [await openTicket(), await upload(agent, 'note.png', PNG)];
    await agent.post(`/tickets/${ticket.id}/note`, { body: 'Secret', attachmentIds: [file.id] }).expect(201);
    const narrow = await tenant.join({ visibility: 'own' });
    const viewer = await tenant.join({ role: 'viewer' });
    const stranger = await (await newTenant(app)).join({ role: 'owner' });
    for (const person of [narrow, stranger]) await content(person, file.id).expect(404);
    await content(viewer, file.id).expect(200);
    await viewer.post(`/attachments?name=a.png`).expect(403);
    await agent.post(`/tickets/${ticket.id}/assign`, { assigneeId: narrow.id }).expect(200);
    await content(narrow, file.id).expect(200);
    await agent.post(`/tickets/${ticket.id}/assign`, { assigneeId: agent.id }).expect(200);
    await content(narrow, file.id).expect(404);
    await narrow.post(`/tickets/${ticket.id}/reply`, { body: 'x', attachmentIds: [(await upload(narrow, 'x.png', PNG)).id] }).expect(404);
  });
});

describe('what is refused', () => {
  const html = '<!DOCTYPE html><html><script>alert(1)</script></html>';
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  const exe = Buffer.concat([Buffer.from('MZ\x90\x00\x03'), Buffer.alloc(600)]);
  const grown = (head: Buffer, ...tail: (string | Buffer)[]) => Buffer.concat([head, ...tail.map((part) => Buffer.from(part))]);

  it.each<[string, string, Buffer, string, string]>([
    ['an HTML page', 'page.html', Buffer.from(html), '?name', 'FILE_TYPE_REFUSED'],
    ['an SVG', 'logo.svg', Buffer.from(svg), '?name', 'FILE_TYPE_REFUSED'],
    ['a program', 'setup.exe', exe, '?name', 'FILE_TYPE_REFUSED'],
    ['no ending', 'README', Buffer.from('x'), '?name', 'FILE_TYPE_REFUSED'],
    ['an ending that a trick hides', 'photo.png.exe', PNG, '?name', 'FILE_TYPE_REFUSED'],
    ['a kind that the setting leaves out', 'tune.mp3', Buffer.from('ID3'), '?name', 'FILE_TYPE_REFUSED'],
    ['an HTML page as text', 'page.txt', Buffer.from(html), '', 'FILE_ACTIVE_CONTENT'],
    ['an SVG as an image', 'logo.png', Buffer.from(svg), '', 'FILE_ACTIVE_CONTENT'],
    ['an SVG as text, after a byte order mark and blanks', 'logo.csv', Buffer.from(`\ufeff \n<?xml version="1.0"?>${svg}`), '', 'FILE_ACTIVE_CONTENT'],
    ['a script as text', 'run.txt', Buffer.from('#!/bin/sh\nrm -rf /'), '', 'FILE_ACTIVE_CONTENT'],
    ['a program as an image', 'photo.png', exe, '', 'FILE_MISMATCH'],
    ['a program as text', 'photo.txt', exe, '', 'FILE_MISMATCH'],
    ['an image under another ending', 'photo.gif', PNG, '', 'FILE_MISMATCH'],
    ['an image as text', 'photo.txt', GIF, '', 'FILE_MISMATCH'],
    ['text as an image', 'photo.jpg', Buffer.from('hello'), '', 'FILE_MISMATCH'],
    ['an archive as a document', 'a.docx', zip('a.txt', 'x'), '', 'FILE_MISMATCH'],
    ['an image with a page behind it', 'photo.gif', grown(GIF, 'x'.repeat(70_000), html), '', 'FILE_ACTIVE_CONTENT'],
    ['an image with a page on a seam', 'photo.gif', grown(GIF, Buffer.alloc(65_536 - GIF.length - 4), '<script>alert(1)'), '', 'FILE_ACTIVE_CONTENT'],
    ['an image with an archive behind it', 'photo.gif', grown(GIF, zip('a.txt', 'x')), '', 'FILE_MISMATCH'],
    ['a PDF with a page before it', 'menu.pdf', Buffer.concat([Buffer.from(html), PDF]), '', 'FILE_ACTIVE_CONTENT'],
    ['a PDF with something else before it', 'menu.pdf', grown(Buffer.from('x\n'), PDF), '', 'FILE_MISMATCH'],
    ['a PDF with a page in its head', 'menu.pdf', Buffer.from(PDF.toString().replace('1 0 obj', `%${html}\n1 0 obj`)), '', 'FILE_ACTIVE_CONTENT'],
    ['a PDF that is an archive, too', 'menu.pdf', grown(PDF, zip('a.txt', 'x')), '', 'FILE_MISMATCH'],
    ['an archive with a page in its comment', 'a.zip', zip('a.txt', 'x', html), '', 'FILE_ACTIVE_CONTENT'],
    ['an archive with something behind it', 'a.zip', grown(zip('a.txt', 'x'), 'x'), '', 'FILE_MISMATCH'],
    ['nothing', 'empty.txt', Buffer.alloc(0), '', 'FILE_EMPTY'],
  ])('is %s', async (_, name, bytes, pointer, code) => {
    const refused = await sendFile(agent, name, bytes).expect(400);
    expect(refused.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer, code }] });
    expect(await filesOnDisk('incoming')).toEqual([]);
  });

  it.each<[string, string, Buffer]>([
    ['an image', 'a.png', PNG],
    ['a capital ending', 'A.GIF', GIF],
    ['a PDF', 'a.pdf', PDF],
    ['an archive', 'a.zip', zip('a.txt', 'x')],
    ['text that speaks of pages', 'a.txt', Buffer.from('Write <b> and 1 < 2, or Grüße\tand\r\nmore')],
    ['text in an old encoding', 'a.csv', Buffer.from('Größe;Süß\n', 'latin1')],
  ])('is not %s', async (_, name, bytes) => {
    await sendFile(agent, name, bytes).expect(201);
  });

  it('is a file that is too large, said before and found while it comes in', async () => {
    const large = Buffer.concat([PDF, Buffer.alloc(100_000)]);
    const said = await sendFile(agent, 'large.pdf', large).expect(413);
    expect(said.body).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', limit: 100_000 });
    const pieces = new ReadableStream({ start: (out) => (out.enqueue(large.subarray(0, 60_000)), out.enqueue(large.subarray(60_000)), out.close()) });
    const headers = { authorization: `Bearer ${agent.token}`, 'content-type': 'application/octet-stream' };
    const found = await fetch(`${app.origin}/api/v1/attachments?name=large.pdf`, { method: 'POST', headers, body: pieces, duplex: 'half' });
    expect([found.status, ((await found.json()) as { code: string }).code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect(await filesOnDisk('incoming')).toEqual([]);
  });

  it('is a body that is no file, and a file where none is taken', async () => {
    await agent.post('/attachments?name=a.png', {}).expect(415);
    await agent.post('/attachments', PNG).set('content-type', 'application/octet-stream').expect(400);
    await agent.post('/tickets', PNG).set('content-type', 'application/octet-stream').expect(415);
    await agent.post('/attachments/form', PNG).set('content-type', 'application/octet-stream').expect(415);
    for (const path of ['/tickets', '/members/leave', '/attachments?name=a.png']) {
      await agent.post(path, Buffer.from('--x--')).set('content-type', 'multipart/form-data; boundary=x').expect(415);
    }
  });

  it('is more than may wait', async () => {
    const person = await tenant.join();
    await letWait(person, 100);
    await sendFile(person, 'a.png', PNG).expect(429);
  });
});

describe('names', () => {
  it.each([
    ['../../../../etc/cron.d/evil.txt', 'evil.txt'],
    ['a\r\nset-cookie: x=y.txt', 'aset-cookie_ x=y.txt'],
    ['in"; filename="b.html.txt', 'in_; filename=_b.html.txt'],
    ['txt.\u202egpj.txt', 'txt.gpj.txt'],
    [`${'ä'.repeat(300)}.txt`, `${'ä'.repeat(146)}.txt`],
  ])('%j is sent as %j, and never breaks a header', async (given, kept) => {
    const file = await upload(agent, given, Buffer.from('x'));
    expect(file.name).toBe(kept);
    await agent.post('/tickets', { subject: 'x', body: 'x', attachmentIds: [file.id] }).expect(201);
    const { headers } = await content(agent, file.id).expect(200);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[^"\\%]+"; filename\*=UTF-8''[\w%.!~-]+$/);
  });
});

describe('a form of a browser', () => {
  const formOf = ({ token }: Person, ...parts: [string, string | File][]) => {
    const data = new FormData();
    for (const [name, value] of parts) data.append(name, value);
    return fetch(`${app.origin}/api/v1/attachments/form`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: data });
  };
  const form = (...parts: [string, string | File][]) => formOf(agent, ...parts);
  const file = (name: string, bytes: Buffer) => new File([new Uint8Array(bytes)], name);

  it('brings its files, tells which are refused, and its texts come back', async () => {
    const answer = await form(['body', 'Grüße\r\nTom'], ['file', file('a.png', PNG)], ['file', file('b.html', PNG)], ['file', file('c.gif', PNG)], ['file', file('', Buffer.alloc(0))], ['body', 'again']);
    expect(answer.status).toBe(201);
    const received = (await answer.json()) as { attachments: AttachmentBody[] };
    expect(received).toEqual({
      attachments: [{ id: received.attachments[0]!.id, name: 'a.png', type: 'image/png', size: PNG.length }],
      refused: [{ name: 'b.html', code: 'FILE_TYPE_REFUSED' }, { name: 'c.gif', code: 'FILE_MISMATCH' }],
      fields: [{ name: 'body', value: 'Grüße\r\nTom' }, { name: 'body', value: 'again' }],
    });
    await agent.post('/tickets', { subject: 'x', body: 'x', attachmentIds: [received.attachments[0]!.id] }).expect(201);
  });

  it('takes as many files as a message may have, and of each as much as one may', async () => {
    const many = Array.from({ length: 4 }, (_, n): [string, File] => ['file', file(`${n}.png`, PNG)]);
    const answer = await form(['file', file('large.pdf', Buffer.concat([PDF, Buffer.alloc(200_000)]))], ...many);
    expect(((await answer.json()) as { refused: object[] }).refused).toEqual([{ name: 'large.pdf', code: 'TOO_LARGE' }, { name: '3.png', code: 'TOO_MANY' }]);
  });

  it('takes what may still wait, and refuses the rest', async () => {
    const person = await tenant.join();
    await letWait(person, 99);
    const answer = (await (await formOf(person, ['file', file('a.png', PNG)], ['file', file('b.png', PNG)])).json()) as { attachments: AttachmentBody[]; refused: object[] };
    expect([answer.attachments.map(({ name }) => name), answer.refused]).toEqual([['a.png'], [{ name: 'b.png', code: 'QUOTA_EXCEEDED' }]]);
  });

  it('that is none is refused as such', async () => {
    const sent = ['{"a":1}', '--b\r\n', '--b\r\nx'].map((body) => ['multipart/form-data; boundary=b', body]);
    for (const [type, body] of [...sent, ['multipart/form-data', '{}'], [`multipart/form-data; boundary=${'b'.repeat(100)}`, '--']]) {
      const answer = await agent.post('/attachments/form', Buffer.from(body!)).set('content-type', type!).expect(400);
      expect(answer.body).toMatchObject({ code: 'MALFORMED_REQUEST' });
    }
  });

  it('that is too long, or breaks off, leaves nothing', async () => {
    const before = (await filesOnDisk('kept')).length;
    expect((await form(['file', file('a.png', PNG)], ['body', 'x'.repeat(300_000)])).status).toBe(400);
    const broken = 'multipart/form-data; boundary=b';
    await agent.post('/attachments/form', Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc')).set('content-type', broken).expect(400);
    expect([await filesOnDisk('incoming'), (await filesOnDisk('kept')).length]).toEqual([[], before]);
  });
});

it('of one person a hundred uploads wait and no more, however many come at once', async () => {
  const hasty = await (await newTenant(app)).join();
  const statuses = await Promise.all(Array.from({ length: 130 }, async (_, n) => (await sendFile(hasty, `${n}.png`, PNG)).status));
  expect(statuses.filter((status) => status === 201)).toHaveLength(100);
  expect(statuses.filter((status) => status === 429)).toHaveLength(30);
});

it('what was never sent is removed after a day, and what a crash has left; what was sent stays', async () => {
  const [sent, waiting] = [await upload(agent, 'sent.png', PNG), await upload(agent, 'waiting.png', PNG)];
  const ticket = await openTicket();
  await agent.post(`/tickets/${ticket.id}/reply`, { body: 'x', attachmentIds: [sent.id] }).expect(201);
  const orphan = await upload(agent, 'orphan.png', PNG);
  await behind(app, 'DELETE FROM attachments WHERE id = $1', [orphan.id]);
  await app.nest.get(FileSweeper).sweep();
  expect(await filesOnDisk('kept')).toEqual(expect.arrayContaining([sent.id, waiting.id, orphan.id]));
  const clock = app.nest.get(Clock);
  clock.now = () => new Date(Date.now() + 25 * 3_600_000);
  await app.nest.get(FileSweeper).sweep();
  const left = await filesOnDisk('kept');
  expect([left.includes(sent.id), left.includes(waiting.id), left.includes(orphan.id)]).toEqual([true, false, false]);
  await content(agent, sent.id).expect(200);
  await agent.post(`/tickets/${ticket.id}/reply`, { body: 'x', attachmentIds: [waiting.id] }).expect(400);
});
