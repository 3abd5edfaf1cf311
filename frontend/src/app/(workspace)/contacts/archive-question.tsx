import { ArchiveQuestion } from '../../../components/contacts/archive-question.tsx';
import { read, requirePermission } from '../../../lib/session.ts';
import { archiveContact } from './actions.ts';

export async function ArchiveContactQuestion({ id }: { id: string }) {
  const [session, contact] = await Promise.all([requirePermission('contact:archive'), read('/contacts/{id}', { path: { id } })]);
  return <ArchiveQuestion action={archiveContact} tenant={session.tenant.id} record={contact} home={`/contacts/${id}`} kind="contacts" />;
}
