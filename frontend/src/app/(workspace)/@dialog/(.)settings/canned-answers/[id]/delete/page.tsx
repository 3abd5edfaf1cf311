import { Dialog } from '../../../../../../../components/dialog.tsx';
import { DeleteQuestion } from '../../../../../settings/canned-answers/delete-question.tsx';

export default async function DeleteDialog({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Dialog home={`/settings/canned-answers/${id}`}>
      <DeleteQuestion id={id} />
    </Dialog>
  );
}
