import { notFound, redirect } from 'next/navigation';
import { pass } from '../../../../../lib/api.ts';

const HEADERS = ['content-type', 'content-disposition'];

/** The file of an operation, as it comes in from the backend, which decides who may read what of it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const answer = await pass('GET', `/operations/${encodeURIComponent(id)}/file`);
  if (answer.status === 401) redirect('/sign-in');
  if (!answer.ok) notFound();
  const headers = HEADERS.flatMap((name): [string, string][] => [[name, answer.headers.get(name) ?? '']]);
  return new Response(answer.body, { headers: [...headers, ['cache-control', 'private, no-store']] });
}
