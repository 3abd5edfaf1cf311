import { AVAILABILITIES } from '@kontor/contracts/permissions';
import { useTranslations } from 'next-intl';
import { setAvailability } from '../../app/(workspace)/people/actions.ts';
import type { Session } from '../../lib/api-types.ts';
import { ActionForm } from '../form/action-form.tsx';
import { AutoSubmit } from '../form/auto-submit.tsx';
import { SelectField } from '../form/fields.tsx';
import { SubmitButton } from '../form/submit-button.tsx';
import { Time } from '../marks/time.tsx';
import classes from './menu.module.css';

/** For how many hours one may be busy or away; then one is available again by itself. */
const HOURS = [1, 4, 24, 168] as const;

/** Whether I take work just now, and for how long not. */
export function AvailabilityMenu({ session }: { session: Session }) {
  const t = useTranslations('people');
  const error = useTranslations('errors');
  const { availability, availableFrom } = session;
  return (
    <ActionForm action={setAvailability} tenant={session.tenant.id} className={classes.availability} traceLabel={error('trace')} label={t('availability.label')}>
      <AutoSubmit>
        <SelectField
          name="availability"
          label={t('availability.label')}
          options={AVAILABILITIES.map((value) => ({ value, label: t(`availability.${value}`) }))}
          defaultValue={availability}
        />
        <SelectField
          name="hours"
          label={t('availability.for')}
          options={[{ value: '', label: t('availability.open') }, ...HOURS.map((hours) => ({ value: String(hours), label: t('availability.hours', { hours }) }))]}
        />
      </AutoSubmit>
      {availableFrom && (
        <p className={classes.menuTitle}>
          {t('until')} <Time at={availableFrom} isProse />
        </p>
      )}
      <SubmitButton variant="default" className="without-script">
        {t('save')}
      </SubmitButton>
    </ActionForm>
  );
}
