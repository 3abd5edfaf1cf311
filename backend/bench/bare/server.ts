import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Broadcast } from './broadcast.ts';
import { createTicket, createTicketPipelined } from './create.ts';
import { openPool } from './database.ts';
import { Reads } from './reads.ts';
import { sessionOf, type Session } from './session.ts';

/**
 * What Kontor is measured against: node:http and pg doing the same work for the same answers, and nothing that keeps
 * it safe: no row-level security, no validation, no limits, no logs, no session proof behind the 10 s cache.
 * Arguments: port, database address, connections, `pipelined` or nothing.
 */
const [port = '', url = '', connections = '', mode] = process.argv.slice(2);
const pool = openPool(url, Number(connections), mode === 'pipelined');
const create = mode === 'pipelined' ? createTicketPipelined : createTicket;
const reads = new Reads(pool);
const { rows } = await pool.query<{ epoch: string }>('SELECT epoch FROM instance');
const epoch = rows[0]!.epoch;

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    send(response, 500, { detail: 'failed' });
  });
});
const broadcast = new Broadcast(server, pool);
server.listen(Number(port), '127.0.0.1');
for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, () => process.exit(0));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const session = await sessionOf(pool, request.headers.authorization);
  if (!session) return send(response, 401, { detail: 'unknown token' });
  if (request.method === 'POST') return created(session, await bodyOf(request), response);
  const body = await read(session, request.url ?? '');
  send(response, body ? 200 : 404, body ?? { detail: 'not found' });
}

async function created(session: Session, body: string, response: ServerResponse): Promise<void> {
  const { ticket, event } = await create(pool, session, epoch, JSON.parse(body) as Record<string, unknown>);
  broadcast.send(session.tenantId, event);
  send(response, 201, ticket);
}

function read({ tenantId }: Session, url: string): Promise<object | undefined> {
  const [path = '', search] = url.slice('/api/v1/'.length).split('?');
  const query = new URLSearchParams(search);
  const limit = Number(query.get('limit') ?? 25);
  if (path === 'tickets') return reads.list(tenantId, query.get('status') ?? '', limit);
  if (path === 'members') return reads.members(tenantId, limit);
  if (path === 'events') return reads.feed(tenantId, query.get('channel') ?? '', Number(query.get('after')), limit);
  const [, id = '', part] = path.split('/');
  return part === 'timeline' ? reads.timeline(tenantId, id, limit) : reads.ticket(tenantId, id);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
