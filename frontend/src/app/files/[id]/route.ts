import type { NextRequest } from 'next/server';
import { passOn } from '../pass-on.ts';

interface Context {
  params: Promise<{ id: string }>;
}

/** Gives a file of a message to whoever may read it. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const seen = request.headers.get('if-none-match');
  return passOn(request, `/${encodeURIComponent((await params).id)}/content`, { headers: { ...(seen && { 'if-none-match': seen }) } });
}

/** Removes an upload that was not sent. The server has checked the Origin. */
export async function DELETE(request: NextRequest, { params }: Context): Promise<Response> {
  return passOn(request, `/${encodeURIComponent((await params).id)}`, { tenant: request.nextUrl.searchParams.get('tenant') ?? '' });
}
