import type { ReactNode } from 'react';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { AutoSubmit } from '../../../../components/form/auto-submit.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { VersionField } from '../../../../components/form/version-field.tsx';
import type { FormAction } from '../../../../lib/action-result.ts';
import type { TicketContext } from './context.ts';
import classes from './properties.module.css';

interface PropertyFormProps extends TicketContext {
  action: FormAction;
  label: string;
  save: string;
  children: ReactNode;
}

/** One choice that is saved as it is made; without JavaScript by its button. */
export function PropertyForm({ ticket, session, traceLabel, action, label, save, children }: PropertyFormProps) {
  return (
    <ActionForm action={action} tenant={session.tenant.id} hidden={{ id: ticket.id }} className={classes.form} traceLabel={traceLabel} label={label}>
      <VersionField version={ticket.version} />
      <AutoSubmit>{children}</AutoSubmit>
      <SubmitButton variant="default" className="without-script">
        {save}
      </SubmitButton>
    </ActionForm>
  );
}
