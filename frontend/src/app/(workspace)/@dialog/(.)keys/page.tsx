import { Dialog } from '../../../../components/dialog.tsx';
import { KeyList } from '../../keys/key-list.tsx';

export default function KeysDialog() {
  return (
    <Dialog home="/">
      <KeyList />
    </Dialog>
  );
}
