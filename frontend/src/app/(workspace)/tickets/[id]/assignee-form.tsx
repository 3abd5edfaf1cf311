import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { SelectField } from '../../../../components/form/fields.tsx';
import { SubmitButton } from '../../../../components/form/submit-button.tsx';
import { Avatar } from '../../../../components/marks/avatar.tsx';
import type { Member } from '../../../../lib/api-types.ts';
import { assignTicket } from './actions.ts';
import type { TicketContext } from './context.ts';
import { PropertyForm } from './property-form.tsx';
import classes from './properties.module.css';

interface AssigneeFormProps extends TicketContext {
  members: readonly Member[];
  mayEdit: boolean;
}

/** Whose it is: anyone who may work on tickets, and at one press oneself. */
export function AssigneeForm({ members, mayEdit, ...context }: AssigneeFormProps) {
  const t = useTranslations('ticket');
  const { ticket, session, traceLabel } = context;
  const { assignee } = ticket;
  const availability = useTranslations('people.availability');
  const warning = useTranslations('people');
  const labelOf = (person: { name: string } & Partial<Member>) =>
    person.availability && person.availability !== 'available' ? `${person.name} · ${availability(person.availability)}` : person.name;
  if (!mayEdit) {
    return (
      <div className={classes.row}>
        <span className={classes.label}>{t('assignee')}</span>
        <span className={classes.person}>
          {assignee && <Avatar name={assignee.name} />}
          {assignee?.name ?? t('nobody')}
        </span>
      </div>
    );
  }
  const known = members.some((member) => member.id === assignee?.id);
  const people = [...(assignee && !known ? [assignee] : []), ...members.filter((member) => member.role !== 'viewer')];
  const options = [{ value: '', label: t('nobody') }, ...people.map((person) => ({ value: person.id, label: labelOf(person) }))];
  const present = members.find(({ id }) => id === assignee?.id);
  return (
    <>
      <PropertyForm {...context} action={assignTicket} label={t('assignee')} save={t('save')}>
        <SelectField name="assigneeId" label={t('assignee')} options={options} defaultValue={assignee?.id ?? ''} leftSection={assignee ? <Avatar name={assignee.name} size={20} /> : undefined} className={classes.property} />
      </PropertyForm>
      {present && present.availability !== 'available' && (
        <p className={classes.warning} role="note">
          {warning('assigneeAway', { name: present.name, availability: present.availability })}
        </p>
      )}
      {!assignee && (
        <ActionForm
          action={assignTicket}
          tenant={session.tenant.id}
          hidden={{ id: ticket.id, version: String(ticket.version), assigneeId: session.user.id }}
          className={classes.take}
          traceLabel={traceLabel}
        >
          <SubmitButton variant="default" shortcut="a">
            {t('assignToMe')}
          </SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
