import { createClient, type RestClient } from '@kontor/client/rest';
import { TENANT_HEADER } from '@kontor/contracts/forwarding';
import type { Problem } from '@kontor/contracts/errors';
import { headers } from 'next/headers';
import { REQUEST_HEADERS } from '../../server/request-headers.ts';
import { signedHeaders } from '../../server/signed-headers.ts';
import type { AnswerOf, Method, ParametersOf, PathOf } from './api-operation.ts';
import { ApiProblem, localProblem } from './problem.ts';
import { readToken } from './session-cookie.ts';
import { getSettings } from './settings.ts';

const TIMEOUT_MS = 15_000;

interface Context {
  /** The tenant that the form was rendered for. */
  tenant?: string;
  /** The version that the form was rendered with. */
  version?: string;
}

/** Options that may be left out where none of them is needed. */
export type Rest<Options> = object extends Options ? [options?: Options] : [options: Options];

/** The id that joins the log lines of browser, frontend and backend. */
export async function traceId(): Promise<string> {
  return (await headers()).get(REQUEST_HEADERS.requestId) ?? '';
}

/** Vouches for the browser's address towards the backend. */
async function forwarded(): Promise<Record<string, string>> {
  const incoming = await headers();
  const [address, requestId] = [incoming.get(REQUEST_HEADERS.address) ?? '', incoming.get(REQUEST_HEADERS.requestId) ?? ''];
  return signedHeaders({ address, requestId, userAgent: incoming.get('user-agent') }, getSettings().forwardSecret);
}

/** The problem that an answer holds; what is no problem of ours was not answered by the backend. */
function problemOf(response: Response, body: unknown, trace: string): Problem {
  const isProblem = typeof body === 'object' && body !== null && 'code' in body && 'traceId' in body;
  const problem = isProblem ? (body as Problem) : localProblem('UPSTREAM_FAILED', trace);
  const retryAfter = Number(response.headers.get('retry-after'));
  return retryAfter > 0 ? { ...problem, retryAfter } : problem;
}

interface Outcome {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** Made at the first call, as its settings are. */
let client: RestClient | undefined;

function getClient(): RestClient {
  return (client ??= createClient({ baseUrl: getSettings().apiUrl.origin, retries: 0 }));
}

async function headersOf({ tenant, version }: Context): Promise<Record<string, string>> {
  const [token, signed] = await Promise.all([readToken(), forwarded()]);
  return {
    ...signed,
    ...(token && { authorization: `Bearer ${token}` }),
    ...(tenant && { [TENANT_HEADER]: tenant }),
    ...(version && { 'if-match': `"${version}"` }),
  };
}

/**
 * The one way to the backend: a path, parameter, field or answer that the API does not have does not compile. Throws an
 * ApiProblem for every answer that is not 2xx and when there is none.
 */
export async function call<M extends Method, Path extends PathOf<M>>(
  method: M,
  path: Path,
  ...[options]: Rest<ParametersOf<M, Path> & Context>
): Promise<AnswerOf<M, Path>> {
  const { path: ids, query, body, ...context } = (options ?? {}) as { path?: object; query?: object; body?: object } & Context;
  const [sent, trace] = await Promise.all([headersOf(context), traceId()]);
  // Its own types cannot follow a path that is itself a variable; ours above come from the same document.
  const request = getClient().request as (method: string, path: string, init: object) => Promise<Outcome>;
  const { data, error, response } = await request(method.toLowerCase(), `/api/v1${path}`, {
    params: { path: ids, query },
    body,
    headers: sent,
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((failure: unknown) => {
    const timedOut = failure instanceof Error && failure.name === 'TimeoutError';
    throw new ApiProblem(localProblem(timedOut ? 'TIMEOUT' : 'UNAVAILABLE', trace));
  });
  if (!response.ok) throw new ApiProblem(problemOf(response, error, trace));
  return data as AnswerOf<M, Path>;
}

/** An answer to be passed on as it comes in: a file, or what became of one. Its problem, if any, is the caller's to read. */
export async function pass(method: 'GET' | 'POST', path: string, body?: Blob, context: Context = {}): Promise<Response> {
  const sent = await headersOf(context);
  return fetch(new URL(`/api/v1${path}`, getSettings().apiUrl.origin), {
    method,
    headers: { ...sent, ...(body && { 'content-type': 'application/octet-stream' }) },
    cache: 'no-store',
    ...(body && { body }),
  });
}
