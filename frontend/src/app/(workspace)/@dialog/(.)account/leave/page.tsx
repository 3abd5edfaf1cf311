import { Dialog } from '../../../../../components/dialog.tsx';
import { LeaveQuestion } from '../../../account/leave-question.tsx';

export default function LeaveDialog() {
  return (
    <Dialog home="/account">
      <LeaveQuestion />
    </Dialog>
  );
}
