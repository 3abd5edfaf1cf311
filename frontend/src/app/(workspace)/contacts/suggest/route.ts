import { call } from '../../../../lib/api.ts';
import { contactText } from '../../../../lib/contact-text.ts';
import { ApiProblem } from '../../../../lib/problem.ts';

/** The first contacts that a text finds, as a picker offers them. */
export async function GET(request: Request): Promise<Response> {
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200);
  try {
    const { items } = q ? await call('GET', '/contacts', { query: { q, limit: 8 } }) : { items: [] };
    return Response.json(items.map(contactText), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    if (error instanceof ApiProblem) return Response.json([], { status: error.problem.status });
    throw error;
  }
}
