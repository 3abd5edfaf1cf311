import { notFound } from 'next/navigation';
import { passFile } from '../../../../lib/pass-file.ts';
import { FILES, type ReportFile } from '../period.ts';

const isReport = (of: string | null): of is ReportFile => of !== null && Object.hasOwn(FILES, of);

/** The rows of one of the page's tables as CSV. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const [of, from, to] = [asked.get('of'), asked.get('from') ?? '', asked.get('to') ?? ''];
  if (!isReport(of)) notFound();
  const { path, ...query } = FILES[of];
  return passFile(`${path}?${new URLSearchParams({ ...query, from, to })}`);
}
