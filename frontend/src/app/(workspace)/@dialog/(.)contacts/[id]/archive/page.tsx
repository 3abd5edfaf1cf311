import { Dialog } from '../../../../../../components/dialog.tsx';
import { ArchiveContactQuestion } from '../../../../contacts/archive-question.tsx';

export default async function ArchiveContactDialog({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Dialog home={`/contacts/${id}`}>
      <ArchiveContactQuestion id={id} />
    </Dialog>
  );
}
