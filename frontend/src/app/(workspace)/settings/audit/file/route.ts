import { passFile } from '../../../../../lib/pass-file.ts';
import { requirePermission } from '../../../../../lib/session.ts';
import { auditFilters, auditRequest } from '../audit-query.ts';

/** All entries that the filters of the address leave, as CSV. */
export async function GET(request: Request): Promise<Response> {
  const { user } = await requirePermission('audit:read');
  const { action = [], ...query } = auditRequest(auditFilters(Object.fromEntries(new URL(request.url).searchParams)), user.timeZone);
  return passFile(`/audit-entries/file?${new URLSearchParams({ ...query, ...(action[0] && { action: action[0] }) })}`);
}
