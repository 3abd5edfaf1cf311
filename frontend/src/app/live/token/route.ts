import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';
import { call, traceId } from '../../../lib/api.ts';
import { ApiProblem, localProblem } from '../../../lib/problem.ts';

/** A single-use token for the gateway, for the tenant that the page was rendered for. The server has checked the Origin. */
export async function POST(request: NextRequest): Promise<NextResponse> {
  try {
    const tenant = request.nextUrl.searchParams.get('tenant');
    if (!tenant) throw new ApiProblem(localProblem('WRONG_TENANT', await traceId()));
    const answer = await call('POST', '/realtime/tokens', { tenant });
    return NextResponse.json({ token: answer.token }, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    const problem = error instanceof ApiProblem ? error.problem : localProblem('INTERNAL', await traceId());
    return NextResponse.json({ code: problem.code }, { status: problem.status, headers: { 'cache-control': 'no-store' } });
  }
}
