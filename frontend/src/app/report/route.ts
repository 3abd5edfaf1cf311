import type { NextRequest } from 'next/server';
import { readReport, takeFromBucket } from '../../../server/browser-report.ts';
import { reportError } from '../../../server/report-error.ts';
import { traceId } from '../../lib/api.ts';

const MOST_BYTES = 8_192;

/** Takes the errors of our own pages in browsers into the log. The server has checked the Origin. */
export async function POST(request: NextRequest): Promise<Response> {
  // A body without a declared length is not read either.
  const length = Number(request.headers.get('content-length') ?? Infinity);
  if (length > MOST_BYTES) return new Response(null, { status: 413 });
  if (!takeFromBucket()) return new Response(null, { status: 429, headers: { 'retry-after': '60' } });
  const report = readReport(await request.text());
  if (!report) return new Response(null, { status: 400 });
  const { message, stack, path } = report;
  reportError(message, { category: 'browser', severity: 'error', context: { traceId: await traceId(), path, browserStack: stack } });
  return new Response(null, { status: 204 });
}
