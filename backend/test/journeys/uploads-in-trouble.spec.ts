import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { startApp, type TestApp } from '../support/app.ts';
import { PDF } from '../support/files.ts';
import { newTenant, type Person } from '../support/people.ts';
import { behind } from '../support/sessions.ts';
import { waitFor } from '../support/sockets.ts';

let app: TestApp;
let agent: Person;
let owner: Person;
beforeAll(async () => {
  app = await startApp({ KONTOR_UPLOAD_TIMEOUT: '1000', KONTOR_DATABASE_POOL: '2' });
  const tenant = await newTenant(app);
  [agent, owner] = [await tenant.join(), await tenant.join({ role: 'owner' })];
});
afterAll(() => app.close());

const filesIn = async (folder: string) => (await readdir(join(app.settings.files.folder, folder), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
const untilNothing = () => waitFor(async () => ((await filesIn('incoming')).length === 0 ? true : undefined));
const untilBegun = (files: number) => waitFor(async () => ((await filesIn('incoming')).length === files ? true : undefined));

/** Begins an upload of `length` bytes, of which it sends the first few. */
function begin(length: number, { token } = agent): Socket {
  const socket = connect(Number(new URL(app.origin).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    `POST /api/v1/attachments?name=slow.pdf HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/octet-stream\r\nContent-Length: ${length}\r\n\r\n`,
  );
  socket.write(PDF);
  return socket;
}

async function answerOf(socket: Socket): Promise<string> {
  const [data] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return data.toString();
}

describe('an upload that gets nowhere', () => {
  it('because its sender is gone leaves neither file nor row', async () => {
    const sockets = [begin(50_000), begin(50_000), begin(50_000)];
    await untilBegun(3);
    for (const socket of sockets) socket.resetAndDestroy();
    await untilNothing();
    expect(await behind(app, 'SELECT 1 FROM attachments WHERE uploaded_by = $1', [agent.id])).toBe(0);
    expect(await filesIn('kept')).toEqual([]);
  });

  it('because it says more bytes than it has, or comes byte by byte, is refused in time', async () => {
    expect(await answerOf(begin(PDF.length + 1))).toMatch(/^HTTP\/1\.1 504 [^]*"TIMEOUT"/);
    const trickling = begin(50_000);
    const drops = setInterval(() => trickling.write('x'), 50);
    expect(await answerOf(trickling)).toMatch(/^HTTP\/1\.1 504 [^]*"TIMEOUT"/);
    clearInterval(drops);
    await untilNothing();
  });

  it('because it says more than a file may have is refused before it comes', async () => {
    expect(await answerOf(begin(10_485_761))).toMatch(/^HTTP\/1\.1 413 [^]*"PAYLOAD_TOO_LARGE"/);
  });

  it('because as many as may wait do is refused before it comes', async () => {
    await behind(app, `INSERT INTO attachments (tenant_id, id, uploaded_by, name, type, size, sha256)
      SELECT $1, uuidv7(), $2, 'a.png', 'image/png', 1, repeat('0', 64) FROM generate_series(1, 100)`, [owner.tenantId, owner.id]);
    expect(await answerOf(begin(50_000, owner))).toMatch(/^HTTP\/1\.1 429 [^]*"QUOTA_EXCEEDED"/);
  });

  it('because it brings more bytes than it says is refused', async () => {
    const socket = connect(Number(new URL(app.origin).port), '127.0.0.1');
    socket.write(`POST /api/v1/attachments?name=a.txt HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${agent.token}\r\nContent-Type: application/octet-stream\r\nContent-Length: 2\r\n\r\nHi<script>`);
    expect(await answerOf(socket)).toMatch(/^HTTP\/1\.1 400 [^]*"MALFORMED_REQUEST"/);
  });
});

it('holds no connection of the database while it comes in: others go on, ten at once with two connections', async () => {
  const sockets = Array.from({ length: 10 }, () => begin(50_000));
  await untilBegun(10);
  const answers = await Promise.all(Array.from({ length: 10 }, () => agent.post('/tickets', { subject: 'Meanwhile' })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  for (const socket of sockets) socket.destroy();
  await untilNothing();
});

it('is recorded for nobody whose session ended, and goes on for one whose rights changed, while it came in', async () => {
  const [first, second] = [begin(PDF.length + 1), begin(PDF.length + 1)];
  await untilBegun(2);
  await owner.patch(`/members/${agent.id}`, { ticketVisibility: 'own' }).expect(200);
  first.write('\n');
  expect(await answerOf(first)).toMatch(/^HTTP\/1\.1 201 /);
  await owner.patch(`/members/${agent.id}`, { role: 'viewer' }).expect(200);
  second.write('\n');
  expect(await answerOf(second)).toMatch(/^HTTP\/1\.1 403 /);
  await untilNothing();
});
