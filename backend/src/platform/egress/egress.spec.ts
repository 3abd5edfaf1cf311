import { createServer, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { afterEach, expect, it } from '@jest/globals';
import { HOSTILE_NAMES, hostileUrls } from '../../../test/support/hostile-urls.ts';
import { readEgress } from '../config/egress.ts';
import { EnvironmentReader } from '../config/environment.ts';
import type { Settings } from '../config/settings.ts';
import { Egress } from './egress.ts';
import { type Names } from './names.ts';

const open: (Server | TcpServer)[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function listening(server: Server | TcpServer, host = '127.0.0.1', at = 0): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(at, host, resolve));
  return (server.address() as AddressInfo).port;
}

/** Everything is open but what is not public. */
function egress(names: (name: string) => string[] = () => [], environment: Record<string, string> = {}): Egress {
  const settings = { egress: readEgress(new EnvironmentReader({ KONTOR_EGRESS_HTTP: 'true', KONTOR_EGRESS_PORTS: 'any', ...environment })) };
  return new Egress(settings as Settings, { addressesOf: (name: string) => Promise.resolve(names(name)) } satisfies Names);
}
const ALLOWED = { KONTOR_EGRESS_ALLOW: '127.0.0.0/8' };
const answering = (answer: (reply: ServerResponse, url: string) => void) => listening(createServer((request, reply) => void answer(reply, request.url!)));

it('no hostile address reaches this machine, even where everything else is open', async () => {
  let connections = 0;
  const count = () => void (connections += 1);
  const port = await listening(createTcpServer(count));
  await listening(createTcpServer(count), '::1', port);
  const client = egress((name) => HOSTILE_NAMES[name] ?? []);
  for (const url of hostileUrls(port)) expect([url, await client.post(url, {}, '{}')]).toEqual([url, { failure: 'REFUSED', detail: expect.anything() }]);
  expect(connections).toBe(0);
});

it('connects to the address that was checked: a name is asked once', async () => {
  const port = await answering((reply) => reply.end('here'));
  let asked = 0;
  const client = egress(() => (asked++ === 0 ? ['127.0.0.1'] : ['127.0.0.2']), ALLOWED);
  expect(await client.post(`http://hooks.example:${port}/`, {}, '{}')).toEqual({ status: 200, excerpt: 'here' });
  expect(asked).toBe(1);
});

it('sends the name as Host and to TLS', async () => {
  let host: string | undefined;
  const port = await listening(createServer((request, reply) => void reply.end((host = request.headers.host))));
  const client = egress(() => ['127.0.0.1'], ALLOWED);
  await client.post(`http://hooks.example:${port}/`, {}, '{}');
  expect(host).toBe(`hooks.example:${port}`);
  let servername: string | undefined;
  const secure = createTlsServer({ SNICallback: (name, done) => void ((servername = name), done(new Error('no certificate'))) }).on('tlsClientError', () => undefined);
  expect(await client.post(`https://hooks.example:${await listening(secure)}/`, {}, '{}')).toMatchObject({ failure: 'UNREACHABLE' });
  expect(servername).toBe('hooks.example');
});

it('follows no redirect', async () => {
  const asked: string[] = [];
  const port = await answering((reply, url) => void (asked.push(url), reply.writeHead(307, { location: '/other' }).end('moved')));
  expect(await egress(undefined, ALLOWED).post(`http://127.0.0.1:${port}/`, {}, '{}')).toEqual({ status: 307, excerpt: 'moved' });
  expect(asked).toEqual(['/']);
});

it('reads a few KB of an answer without end', async () => {
  const port = await answering((reply) => {
    const more = () => void reply.write('x'.repeat(65_536), (error) => error ?? more());
    more();
  });
  const answer = await egress(undefined, ALLOWED).post(`http://127.0.0.1:${port}/`, {}, '{}');
  expect(answer).toEqual({ status: 200, excerpt: 'x'.repeat(4_096) });
});

it('is bounded in time, whether nothing answers or an answer drips', async () => {
  const client = egress(undefined, { ...ALLOWED, KONTOR_EGRESS_TIMEOUT: '200' });
  const silent = await listening(createTcpServer());
  expect(await client.post(`http://127.0.0.1:${silent}/`, {}, '{}')).toMatchObject({ failure: 'TIMEOUT' });
  const dripping = await answering((reply) => {
    const timer = setInterval(() => reply.write('.'), 20);
    reply.on('close', () => clearInterval(timer));
  });
  const began = Date.now();
  expect(await client.post(`http://127.0.0.1:${dripping}/`, {}, '{}')).toMatchObject({ status: 200 });
  expect(Date.now() - began).toBeLessThan(2_000);
});

it('tells who is not there', async () => {
  expect(await egress().post('https://nobody.example/', {}, '{}')).toMatchObject({ failure: 'UNRESOLVED' });
  const server = createTcpServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  expect(await egress(undefined, ALLOWED).post(`http://127.0.0.1:${port}/`, {}, '{}')).toEqual({ failure: 'UNREACHABLE', detail: 'ECONNREFUSED' });
});
