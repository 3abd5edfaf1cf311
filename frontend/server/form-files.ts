import { IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { Schemas } from '@kontor/client/rest';
import { ERRORS } from '@kontor/contracts/errors';
import { askBackend } from './ask-backend.ts';
import type { Settings } from './settings.ts';
import { answerUnsent } from './unsent-page.ts';

const FORM = /^multipart\/form-data\b/i;

/** True for a form with files that a browser without JavaScript has sent: its address says `?files`. */
export function bringsFiles({ method, url = '', headers }: IncomingMessage): boolean {
  if (method !== 'POST' || !FORM.test(headers['content-type'] ?? '') || headers['next-action'] !== undefined) return false;
  return new URLSearchParams(url.split('?', 2)[1]).has('files');
}

/**
 * Server actions hold a whole form in memory. So the files of one go to the backend as they come in, and the action gets
 * the same form with what became of them: `attachment` is `<id>/<bytes>/<name>`, `refused` is `<code>/<name>`.
 * Answers null where there is nothing to hand on: then the browser has its answer.
 */
export async function withoutFiles(request: IncomingMessage, response: ServerResponse, settings: Settings): Promise<IncomingMessage | null> {
  const { 'content-type': type, 'content-length': length } = request.headers;
  const headers = { 'content-type': type, 'content-length': length };
  const answer = await askBackend(request, settings, { method: 'POST', path: '/attachments/form', headers }).catch(() => null);
  if (answer?.statusCode === 201) return small(request, (await json(answer)) as Schemas['ReceivedForm']);
  answer?.resume();
  if (answer?.statusCode === 401) response.writeHead(303, { location: '/sign-in' }).end();
  else answerUnsent(request, response, answer?.statusCode ?? ERRORS.UNAVAILABLE.status);
  return null;
}

/** The request as it would be had the form no files. */
async function small(request: IncomingMessage, { fields, attachments, refused }: Schemas['ReceivedForm']): Promise<IncomingMessage> {
  const form = new FormData();
  for (const { name, value } of fields) form.append(name, value);
  for (const { id, size, name } of attachments) form.append('attachment', `${id}/${size}/${name}`);
  for (const { code, name } of refused) form.append('refused', `${code}/${name}`);
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  const { 'transfer-encoding': _, ...headers } = request.headers;
  const made = new IncomingMessage(request.socket);
  Object.assign(made, { method: request.method, url: request.url, httpVersion: request.httpVersion, complete: true });
  made.headers = { ...headers, 'content-type': encoded.headers.get('content-type') ?? '', 'content-length': String(body.length) };
  made.push(body);
  made.push(null);
  return made;
}
