import { useTranslations } from 'next-intl';
import { TextField } from '../../../../components/form/fields.tsx';
import { Tags } from '../../../../components/marks/tags.tsx';
import { updateTicket } from './actions.ts';
import type { TicketContext } from './context.ts';
import { PropertyForm } from './property-form.tsx';
import classes from './properties.module.css';

export function TagsForm(context: TicketContext) {
  const t = useTranslations('ticket');
  const tags = context.ticket.tags.join(', ');
  return (
    <PropertyForm {...context} action={updateTicket} label={t('tags')} save={t('save')}>
      <div className={classes.tagged}>
        <TextField key={tags} name="tags" label={t('tags')} defaultValue={tags} placeholder={t('tagsHint')} autoComplete="off" className={classes.property} />
        {tags && (
          <span className={`${classes.drawn} with-script`} aria-hidden>
            <Tags tags={context.ticket.tags} />
          </span>
        )}
      </div>
    </PropertyForm>
  );
}
