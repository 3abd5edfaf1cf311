import { createHmac } from 'node:crypto';
import { FORWARD_HEADERS, forwardedText, TENANT_HEADER } from '@kontor/contracts/forwarding';
import type { Problem } from '@kontor/contracts/errors';
import { headers } from 'next/headers';
import { REQUEST_HEADERS } from '../../server/request-headers.ts';
import { ApiProblem, localProblem } from './problem.ts';
import { readToken } from './session-cookie.ts';
import { getSettings } from './settings.ts';

const TIMEOUT_MS = 15_000;

export interface CallOptions {
  body?: unknown;
  query?: URLSearchParams | Record<string, string>;
  /** The tenant that the form was rendered for. */
  tenant?: string;
  /** The version that the form was rendered with. */
  version?: string;
}

/** The id that joins the log lines of browser, frontend and backend. */
export async function traceId(): Promise<string> {
  return (await headers()).get(REQUEST_HEADERS.requestId) ?? '';
}

/** Vouches for the browser's address towards the backend. */
async function forwarded(): Promise<Record<string, string>> {
  const incoming = await headers();
  const address = incoming.get(REQUEST_HEADERS.address) ?? '';
  const requestId = incoming.get(REQUEST_HEADERS.requestId) ?? '';
  const time = String(Math.floor(Date.now() / 1000));
  const text = forwardedText(address, time, requestId);
  const userAgent = incoming.get('user-agent');
  return {
    [FORWARD_HEADERS.address]: address,
    [FORWARD_HEADERS.time]: time,
    [FORWARD_HEADERS.requestId]: requestId,
    [FORWARD_HEADERS.signature]: createHmac('sha256', getSettings().forwardSecret).update(text).digest('hex'),
    traceparent: `00-${requestId}-${requestId.slice(0, 16)}-01`,
    ...(userAgent && { 'user-agent': userAgent }),
  };
}

async function problemOf(response: Response, trace: string): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const isProblem = typeof body === 'object' && body !== null && 'code' in body && 'traceId' in body;
  const problem = isProblem ? (body as Problem) : localProblem('UPSTREAM_FAILED', trace);
  const retryAfter = Number(response.headers.get('retry-after'));
  return retryAfter > 0 ? { ...problem, retryAfter } : problem;
}

/** The one way to the backend. Throws an ApiProblem for every answer that is not 2xx and when there is none. */
export async function call<Answer = void>(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const [token, signed, trace] = await Promise.all([readToken(), forwarded(), traceId()]);
  const url = new URL(`/api/v1${path}`, getSettings().apiUrl);
  if (options.query) url.search = new URLSearchParams(options.query).toString();
  const response = await fetch(url, {
    method,
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      ...signed,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(options.body !== undefined && { 'content-type': 'application/json' }),
      ...(options.tenant && { [TENANT_HEADER]: options.tenant }),
      ...(options.version && { 'if-match': `"${options.version}"` }),
    },
    ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
  }).catch((error: unknown) => {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    throw new ApiProblem(localProblem(timedOut ? 'TIMEOUT' : 'UNAVAILABLE', trace));
  });
  if (!response.ok) throw new ApiProblem(await problemOf(response, trace));
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}
