import { TICKET_PRIORITIES } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import { SelectField } from '../../../../components/form/fields.tsx';
import { PriorityMark } from '../../../../components/marks/priority-mark.tsx';
import { updateTicket } from './actions.ts';
import type { TicketContext } from './context.ts';
import { PropertyForm } from './property-form.tsx';
import classes from './properties.module.css';

export function PriorityForm({ mayEdit, ...context }: TicketContext & { mayEdit: boolean }) {
  const t = useTranslations('ticket');
  const priority = useTranslations('ticket.priority');
  const { ticket } = context;
  if (!mayEdit) {
    return (
      <div className={classes.row}>
        <span className={classes.label}>{t('priorityLabel')}</span>
        <PriorityMark priority={ticket.priority} withWord />
      </div>
    );
  }
  const options = TICKET_PRIORITIES.map((value) => ({ value, label: priority(value) }));
  return (
    <PropertyForm {...context} action={updateTicket} label={t('priorityLabel')} save={t('save')}>
      <SelectField name="priority" label={t('priorityLabel')} options={options} defaultValue={ticket.priority} leftSection={<PriorityMark priority={ticket.priority} isDecoration />} className={classes.property} />
    </PropertyForm>
  );
}
