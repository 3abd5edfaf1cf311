import { notFound, redirect } from 'next/navigation';
import { pass } from './api.ts';

const HEADERS = ['content-type', 'content-disposition'];

/** A file of the backend under its own name, as it comes in; never kept on the way. */
export async function passFile(path: string): Promise<Response> {
  const answer = await pass('GET', path);
  if (answer.status === 401) redirect('/sign-in');
  if (!answer.ok) notFound();
  const headers = HEADERS.flatMap((name): [string, string][] => [[name, answer.headers.get(name) ?? '']]);
  return new Response(answer.body, { headers: [...headers, ['cache-control', 'private, no-store']] });
}
