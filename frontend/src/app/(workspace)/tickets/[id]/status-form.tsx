import { TICKET_TRANSITIONS } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import { SelectField } from '../../../../components/form/fields.tsx';
import { StatusDot, StatusMark } from '../../../../components/marks/status-mark.tsx';
import { transitionTicket } from './actions.ts';
import type { TicketContext } from './context.ts';
import { PropertyForm } from './property-form.tsx';
import classes from './properties.module.css';

/** Offers what the transition table allows from here, and nothing else. */
export function StatusForm({ mayEdit, ...context }: TicketContext & { mayEdit: boolean }) {
  const t = useTranslations('ticket');
  const status = useTranslations('ticket.status');
  const { ticket } = context;
  const allowed = TICKET_TRANSITIONS[ticket.status];
  if (!mayEdit || allowed.length === 0) {
    return (
      <div className={classes.row}>
        <span className={classes.label}>{t('statusLabel')}</span>
        <StatusMark status={ticket.status} />
      </div>
    );
  }
  const options = [ticket.status, ...allowed].map((value) => ({ value, label: status(value) }));
  return (
    <PropertyForm {...context} action={transitionTicket} label={t('statusLabel')} save={t('save')}>
      <SelectField name="status" label={t('statusLabel')} options={options} defaultValue={ticket.status} leftSection={<StatusDot status={ticket.status} />} className={classes.property} />
    </PropertyForm>
  );
}
