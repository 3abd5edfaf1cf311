import { ArchiveQuestion } from '../../../components/contacts/archive-question.tsx';
import { read, requirePermission } from '../../../lib/session.ts';
import { archiveCompany } from './actions.ts';

export async function ArchiveCompanyQuestion({ id }: { id: string }) {
  const [session, company] = await Promise.all([requirePermission('contact:archive'), read('/companies/{id}', { path: { id } })]);
  return <ArchiveQuestion action={archiveCompany} tenant={session.tenant.id} record={company} home={`/companies/${id}`} kind="companies" />;
}
