import type { IncomingMessage } from 'node:http';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { BlockList } from 'node:net';
import { FORWARD_HEADERS } from '@kontor/contracts/forwarding';
import { clientAddress } from './client-address.ts';

const DROPPED = /^(x-forwarded-.*|forwarded|x-real-ip|x-kontor-.*|content-security-policy|x-middleware-.*)$/;

/** Next fetches from its own server once after an action that redirects; such a request proves itself with this. */
const INTERNAL_HEADER = 'x-kontor-internal';
const internalSecret = randomBytes(32).toString('hex');

/** Names by which pages and actions read what the server has found out about the request. */
export const REQUEST_HEADERS = {
  address: FORWARD_HEADERS.address,
  requestId: FORWARD_HEADERS.requestId,
  path: 'x-kontor-path',
  nonce: 'x-nonce',
} as const;

function isInternal(request: IncomingMessage): boolean {
  const given = Buffer.from(String(request.headers[INTERNAL_HEADER] ?? ''));
  return given.length === internalSecret.length && timingSafeEqual(given, Buffer.from(internalSecret));
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}

/** Replaces every forwarded header of the caller by what this server itself knows. Returns the id of the request. */
export function rewriteHeaders(request: IncomingMessage, proxies: BlockList): { requestId: string; address: string } {
  const { headers } = request;
  const address = isInternal(request)
    ? String(headers[REQUEST_HEADERS.address])
    : clientAddress(request.socket.remoteAddress ?? '', single(headers['x-forwarded-for']), proxies);
  const requestId = randomBytes(16).toString('hex');
  for (const name of Object.keys(headers)) if (DROPPED.test(name) || name === REQUEST_HEADERS.nonce) delete headers[name];
  headers[REQUEST_HEADERS.address] = address;
  headers[REQUEST_HEADERS.requestId] = requestId;
  headers[REQUEST_HEADERS.path] = request.url ?? '/';
  headers[INTERNAL_HEADER] = internalSecret;
  return { requestId, address };
}
