import { request as askPlain, type IncomingMessage } from 'node:http';
import { request as askSecure } from 'node:https';
import { TENANT_HEADER } from '@kontor/contracts/forwarding';
import { hasPassed } from './passed-pieces.ts';
import { REQUEST_HEADERS } from './request-headers.ts';
import { sessionCookieName } from './session-cookie.ts';
import type { Settings } from './settings.ts';
import { signedHeaders } from './signed-headers.ts';

interface Question {
  /** Only what is posted has a body. */
  method: 'POST' | 'DELETE' | 'GET';
  /** Below the API's prefix, with its query. */
  path: string;
  headers?: Record<string, string | undefined>;
  /** The tenant that the page was rendered for. */
  tenant?: string;
}

/**
 * Asks the backend on behalf of whoever sent `request`, whose posted body goes along as it comes in: nothing of it is held here.
 * Resolves as soon as the answer begins; rejects where there is none.
 */
export function askBackend(request: IncomingMessage, settings: Settings, { method, path, headers = {}, tenant }: Question): Promise<IncomingMessage> {
  const ask = settings.apiUrl.protocol === 'https:' ? askSecure : askPlain;
  const sent = { ...identity(request, settings), ...headers, [TENANT_HEADER]: tenant };
  const known = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const asked = ask(new URL(`/api/v1${path}`, settings.apiUrl), { method, headers: known });
    asked.once('error', reject);
    asked.once('response', (answer: IncomingMessage) => {
      resolve(answer);
      // Refused half-way: what still comes in has nowhere to go.
      request.unpipe(asked).resume();
      answer.once('close', () => asked.destroy());
    });
    // A browser that has gone away takes its question with it.
    request.once('close', () => request.complete || asked.destroy());
    if (method === 'POST') return void request.on('data', (piece: Buffer) => hasPassed(piece.length)).pipe(asked);
    // Node would write any other body without saying how long it is: the backend would take it for the next request.
    request.resume();
    asked.end();
  });
}

function identity({ headers }: IncomingMessage, settings: Settings): Record<string, string> {
  const name = sessionCookieName(settings.publicUrl);
  const cookies = (headers.cookie ?? '').split('; ').map((pair) => pair.split('='));
  const token = cookies.find(([key]) => key === name)?.[1];
  const [address, requestId] = [String(headers[REQUEST_HEADERS.address]), String(headers[REQUEST_HEADERS.requestId])];
  return {
    ...signedHeaders({ address, requestId, userAgent: headers['user-agent'] }, settings.forwardSecret),
    ...(token && { authorization: `Bearer ${token}` }),
  };
}
