import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from '@jest/globals';
import { serveFiles } from './files.ts';
import { readSettings } from './settings.ts';

const FILE = '/files/01a1f9fb-fd3f-777e-b8de-0f4cadd32e02';
const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()));

async function listen(server: Server): Promise<string> {
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return String((server.address() as AddressInfo).port);
}

/** The frontend's way of files, before a backend that answers every request with its line. */
async function open(): Promise<{ port: string; asked: string[] }> {
  const asked: string[] = [];
  const backend = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    response.end(asked.at(-1));
  });
  const settings = readSettings({ KONTOR_API_PORT: await listen(backend), KONTOR_FORWARD_SECRET: 'x'.repeat(32) });
  return { asked, port: await listen(createServer((request, response) => void serveFiles(request, response, settings))) };
}

it.each(['GET', 'DELETE'])('a body of %s does not become a request of its own, nor its answer that of somebody else', async (method) => {
  const { port, asked } = await open();
  const hidden = 'GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n';
  const attacker = connect(Number(port), '127.0.0.1');
  attacker.write(`${method} ${FILE} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`);
  await text(attacker);
  for (const name of ['a', 'b']) {
    const path = FILE.replace(/02$/, `0${name}`);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    expect(await answer.text()).toBe(`GET /api/v1/attachments/${path.slice(7)}/content`);
  }
  expect(asked).toHaveLength(3);
});
