import { useTranslations } from 'next-intl';
import { SelectField } from '../../../../components/form/fields.tsx';
import type { Team } from '../../../../lib/api-types.ts';
import { assignTicket } from './actions.ts';
import type { TicketContext } from './context.ts';
import { PropertyForm } from './property-form.tsx';
import classes from './properties.module.css';

interface TeamFormProps extends TicketContext {
  teams: readonly Team[];
  mayEdit: boolean;
}

/** Which team works on it; an assignee who is not in a new team does not keep it. Not shown where there are no teams. */
export function TeamForm({ teams, mayEdit, ...context }: TeamFormProps) {
  const t = useTranslations('people');
  const ticket = useTranslations('ticket');
  const { team } = context.ticket;
  if (teams.length === 0 && team === null) return null;
  if (!mayEdit) {
    return (
      <div className={classes.row}>
        <span className={classes.label}>{t('team')}</span>
        <span>{team?.name ?? '–'}</span>
      </div>
    );
  }
  const known = teams.some(({ id }) => id === team?.id);
  const options = [{ value: '', label: t('noTeam') }, ...(team && !known ? [team] : []).concat(teams.map(({ id, name }) => ({ id, name }))).map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <PropertyForm {...context} action={assignTicket} label={t('team')} save={ticket('save')}>
      <SelectField name="teamId" label={t('team')} options={options} defaultValue={team?.id ?? ''} className={classes.property} />
    </PropertyForm>
  );
}
