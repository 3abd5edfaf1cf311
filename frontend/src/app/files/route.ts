import type { NextRequest } from 'next/server';
import { passOn } from './pass-on.ts';

/** Takes a file for the tenant that the page was rendered for. The server has checked the Origin. */
export function POST(request: NextRequest): Promise<Response> {
  const { searchParams } = request.nextUrl;
  const length = request.headers.get('content-length');
  return passOn(request, `?name=${encodeURIComponent(searchParams.get('name') ?? '')}`, {
    tenant: searchParams.get('tenant') ?? '',
    headers: { 'content-type': 'application/octet-stream', ...(length && { 'content-length': length }) },
    body: request.body,
  });
}
