import { Dialog } from '../../../../../../../components/dialog.tsx';
import { RevokeQuestion } from '../../../../../settings/api-keys/revoke-question.tsx';

export default async function RevokeDialog({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Dialog home="/settings/api-keys">
      <RevokeQuestion id={id} />
    </Dialog>
  );
}
