import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { ERRORS } from '@kontor/contracts/errors';
import { askBackend } from './ask-backend.ts';
import { hasPassed } from './passed-pieces.ts';
import { FILE_POLICY } from './security-headers.ts';
import type { Settings } from './settings.ts';

/** What of the backend's answer a browser is told; everything else is this server's to say. */
const HEADERS = ['content-type', 'content-length', 'content-disposition', 'etag', 'cache-control', 'retry-after'];
const FILE = /^\/files\/([0-9a-f-]{36})$/;

/**
 * The one way of files to the backend and back: `POST /files` takes one for the tenant that its page was rendered for,
 * `DELETE /files/:id` takes it back, `GET /files/:id` gives one of a message. By this server and not by Next, whose streams
 * hold several times as much of a file as passes through here. False for what is not its business, such as a file that is
 * not there: that has a page.
 */
export async function serveFiles(request: IncomingMessage, response: ServerResponse, settings: Settings): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://frontend');
  const id = FILE.exec(pathname)?.[1];
  if (pathname === '/files' && request.method === 'POST') {
    const { 'content-type': type, 'content-length': length } = request.headers;
    const path = `/attachments?name=${encodeURIComponent(searchParams.get('name') ?? '')}`;
    return pass(request, response, askBackend(request, settings, { method: 'POST', path, tenant: tenantOf(searchParams), headers: { 'content-type': type, 'content-length': length } }));
  }
  if (id && request.method === 'DELETE') {
    return pass(request, response, askBackend(request, settings, { method: 'DELETE', path: `/attachments/${id}`, tenant: tenantOf(searchParams) }));
  }
  if (id && request.method === 'GET') {
    const headers = { 'if-none-match': request.headers['if-none-match'] };
    return pass(request, response, askBackend(request, settings, { method: 'GET', path: `/attachments/${id}/content`, headers }));
  }
  return false;
}

/** One that names no tenant is one of none: the backend refuses it. */
function tenantOf(search: URLSearchParams): string {
  return search.get('tenant') ?? '';
}

async function pass(request: IncomingMessage, response: ServerResponse, asked: Promise<IncomingMessage>): Promise<boolean> {
  const answer = await asked.catch(() => null);
  if (!answer) return unavailable(response);
  const status = answer.statusCode ?? 502;
  if (request.method === 'GET' && status === 401) {
    answer.resume();
    response.writeHead(303, { location: '/sign-in' }).end();
    return true;
  }
  if (request.method === 'GET' && status === 404) {
    answer.resume();
    return false;
  }
  for (const name of HEADERS) if (answer.headers[name] !== undefined) response.setHeader(name, answer.headers[name]);
  response.setHeader('Content-Security-Policy', FILE_POLICY);
  response.writeHead(status);
  // Whichever side breaks off ends the other.
  answer.on('data', (piece: Buffer) => hasPassed(piece.length));
  await pipeline(answer, response).catch(() => undefined);
  return true;
}

function unavailable(response: ServerResponse): true {
  if (response.destroyed) return true;
  const { status, title } = ERRORS.UNAVAILABLE;
  response.writeHead(status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ type: '/api/docs/errors#UNAVAILABLE', title, status, code: 'UNAVAILABLE', detail: '', traceId: response.getHeader('X-Trace-Id'), retryable: true }));
  return true;
}
