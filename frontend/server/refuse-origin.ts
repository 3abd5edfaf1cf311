import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Problem } from '@kontor/contracts/errors';
import { ERRORS } from '@kontor/contracts/errors';
import { isOriginAllowed } from './origin.ts';
import type { Settings } from './settings.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what could change data and does not come from our own pages, before any of it is read. Returns true when it
 * has answered. Otherwise Next's own comparison with the Host header is given the origin that was just found good,
 * because a proxy may have changed Host.
 */
export function refuseOrigin(request: IncomingMessage, response: ServerResponse, settings: Settings, traceId: string): boolean {
  if (SAFE_METHODS.has(request.method ?? 'GET')) return false;
  const { origin } = request.headers;
  if (isOriginAllowed(origin, settings.publicUrl)) {
    request.headers['x-forwarded-host'] = new URL(String(origin)).host;
    return false;
  }
  const { status, title, retryable } = ERRORS.ORIGIN_REJECTED;
  const problem: Problem = {
    type: '/api/docs/errors#ORIGIN_REJECTED',
    title,
    status,
    code: 'ORIGIN_REJECTED',
    detail: 'Nothing was changed. Open this page at its own address (KONTOR_PUBLIC_URL) and try again.',
    traceId,
    retryable,
  };
  response.writeHead(status, { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(problem));
  return true;
}
