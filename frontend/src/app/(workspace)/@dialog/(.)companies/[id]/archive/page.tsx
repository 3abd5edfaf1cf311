import { Dialog } from '../../../../../../components/dialog.tsx';
import { ArchiveCompanyQuestion } from '../../../../companies/archive-question.tsx';

export default async function ArchiveCompanyDialog({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Dialog home={`/companies/${id}`}>
      <ArchiveCompanyQuestion id={id} />
    </Dialog>
  );
}
