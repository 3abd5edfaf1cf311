import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { TextField } from '../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { VersionField } from '../../../../components/form/version-field.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import { dayOf } from '../day.ts';
import { waitUntil } from './actions.ts';
import type { TicketContext } from './context.ts';
import classes from './properties.module.css';

/** The day on which a pending ticket opens by itself; not saved as it is typed, since half a date is one, too. */
export function PendingForm({ ticket, session, traceLabel, mayEdit }: TicketContext & { mayEdit: boolean }) {
  const t = useTranslations('ticket');
  const { status, pendingUntil } = ticket;
  if (status !== 'pending' || (!mayEdit && !pendingUntil)) return null;
  if (!mayEdit) {
    return (
      <div className={classes.row}>
        <span className={classes.label}>{t('pendingUntil')}</span>
        <Time at={pendingUntil!} />
      </div>
    );
  }
  const day = pendingUntil ? dayOf(Date.parse(pendingUntil), session.user.timeZone) : '';
  return (
    <ActionForm action={waitUntil} tenant={session.tenant.id} hidden={{ id: ticket.id }} className={classes.form} traceLabel={traceLabel} label={t('pendingUntil')}>
      <VersionField version={ticket.version} />
      <TextField key={day} name="until" type="date" label={t('pendingUntil')} description={t('pendingUntilHint')} defaultValue={day} className={classes.property} />
      <SubmitButton variant="default">{t('save')}</SubmitButton>
    </ActionForm>
  );
}
