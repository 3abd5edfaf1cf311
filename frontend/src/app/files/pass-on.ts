import type { Problem } from '@kontor/contracts/errors';
import type { NextRequest } from 'next/server';
import { headersOf, traceId } from '../../lib/api.ts';
import { localProblem } from '../../lib/problem.ts';
import { getSettings } from '../../lib/settings.ts';

interface Passed {
  /** Of the page; undefined where nothing is changed. */
  tenant?: string;
  headers?: Record<string, string>;
  body?: ReadableStream<Uint8Array> | null;
}

/** What a browser needs to know of a file. Everything else is the server's to say. */
const HEADERS = ['content-type', 'content-length', 'content-disposition', 'etag', 'cache-control', 'retry-after'];

/** Streams a request to `/attachments` of the backend and its answer back: no file is ever held here. */
export async function passOn({ method, signal }: NextRequest, path: string, { tenant, headers = {}, body = null }: Passed): Promise<Response> {
  if (tenant === '') return told(localProblem('WRONG_TENANT', await traceId()));
  const own = await headersOf(tenant === undefined ? {} : { tenant });
  const sent: RequestInit & { duplex: 'half' } = { method, headers: { ...own, ...headers }, body, signal, duplex: 'half', cache: 'no-store' };
  const answer = await fetch(new URL(`/api/v1/attachments${path}`, getSettings().apiUrl), sent).catch(() => null);
  if (!answer) return told(localProblem('UNAVAILABLE', await traceId()));
  const isRead = method === 'GET';
  if (answer.status === 401 && isRead) {
    return new Response(null, { status: 303, headers: { location: '/sign-in' } });
  }
  if (!answer.ok && answer.status !== 304) return told((await answer.json()) as Problem);
  const kept = HEADERS.flatMap((name) => (answer.headers.has(name) ? [[name, answer.headers.get(name)!] as [string, string]] : []));
  return new Response(answer.body, { status: answer.status, headers: kept });
}

/** In a few words: why, and what a file may have. */
function told({ status, code, errors, limit }: Problem): Response {
  return Response.json({ code: errors?.[0]?.code ?? code, limit }, { status, headers: { 'cache-control': 'no-store' } });
}
