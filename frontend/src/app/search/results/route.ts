import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';
import { traceId } from '../../../lib/api.ts';
import { ApiProblem, localProblem } from '../../../lib/problem.ts';
import { search } from '../../../lib/search.ts';
import { findSession } from '../../../lib/session.ts';

const PRIVATE = { 'cache-control': 'no-store' };

/** What the palette shows while one types; the same as the page. */
export async function GET(request: NextRequest): Promise<NextResponse> {
  try {
    const session = await findSession();
    if (!session) throw new ApiProblem(localProblem('UNAUTHENTICATED', await traceId()));
    const { searchParams } = request.nextUrl;
    if (searchParams.get('tenant') !== session.tenant.id) throw new ApiProblem(localProblem('WRONG_TENANT', await traceId()));
    return NextResponse.json(await search(session, searchParams.get('q') ?? ''), { headers: PRIVATE });
  } catch (error) {
    const problem = error instanceof ApiProblem ? error.problem : localProblem('INTERNAL', await traceId());
    return NextResponse.json({ code: problem.code }, { status: problem.status, headers: PRIVATE });
  }
}
