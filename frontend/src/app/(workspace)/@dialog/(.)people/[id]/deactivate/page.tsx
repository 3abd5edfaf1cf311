import { Dialog } from '../../../../../../components/dialog.tsx';
import { DeactivateQuestion } from '../../../../people/deactivate-question.tsx';

export default async function DeactivateDialog({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Dialog home="/people">
      <DeactivateQuestion id={id} />
    </Dialog>
  );
}
