import { IconArrowBackUp } from '@tabler/icons-react';
import { ActionForm } from '../../../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../../../components/form/submit-button.tsx';
import { unmergeTicket } from './actions.ts';
import classes from './relations.module.css';

interface UnmergeFormProps {
  ticketId: string;
  tenant: string;
  traceLabel: string;
  label: string;
  undo: string;
}

/** Undoes the merge of a ticket. */
export function UnmergeForm({ ticketId, tenant, traceLabel, label, undo }: UnmergeFormProps) {
  return (
    <ActionForm action={unmergeTicket} tenant={tenant} hidden={{ id: ticketId }} traceLabel={traceLabel} label={label} className={classes.undo}>
      <SubmitButton variant="default" icon={<IconArrowBackUp size={15} stroke={1.75} aria-hidden />}>
        {undo}
      </SubmitButton>
    </ActionForm>
  );
}
