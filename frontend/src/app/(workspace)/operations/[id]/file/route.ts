import { passFile } from '../../../../../lib/pass-file.ts';

/** The file of an operation; the backend decides who may read what of it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return passFile(`/operations/${encodeURIComponent(id)}/file`);
}
