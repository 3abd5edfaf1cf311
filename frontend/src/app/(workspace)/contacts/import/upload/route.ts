import type { Operation } from '../../../../../lib/api-types.ts';
import { IMPORT_LIMITS } from '@kontor/contracts/operations';
import type { Problem } from '@kontor/contracts/errors';
import { pass } from '../../../../../lib/api.ts';

/** What a form has around its file. */
const FORM_BYTES = 4_096;

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

function refused(code: string): Response {
  return goTo(`/contacts/import?refused=${encodeURIComponent(code)}`);
}

/** Takes the file of the plain form on the import's page to the backend. The server has checked the Origin. */
export async function POST(request: Request): Promise<Response> {
  const length = Number(request.headers.get('content-length') ?? Infinity);
  if (length > IMPORT_LIMITS.bytes + FORM_BYTES) return refused('PAYLOAD_TOO_LARGE');
  const form = await request.formData().catch(() => null);
  const [file, tenant] = [form?.get('file'), form?.get('tenant')];
  if (!(file instanceof File) || typeof tenant !== 'string' || tenant === '') return refused('MALFORMED_REQUEST');
  if (file.size === 0) return refused('REQUIRED');
  const answer = await pass('POST', `/contacts/import?name=${encodeURIComponent(file.name.slice(0, 200))}`, file, { tenant }).catch(() => null);
  if (!answer) return refused('UNAVAILABLE');
  if (answer.ok) return goTo(`/operations/${((await answer.json()) as Operation).id}`);
  const { code, errors } = (await answer.json()) as Problem;
  const [field] = errors ?? [];
  return refused(field ? (field.pointer === '/name' ? 'NO_NAME' : field.code) : code);
}
