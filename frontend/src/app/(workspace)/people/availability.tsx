import { useTranslations } from 'next-intl';
import { Time } from '../../../components/marks/time.tsx';
import type { Member } from '../../../lib/api-types.ts';
import classes from './people.module.css';

/** Said only where somebody does not take work just now. */
export function AvailabilityMark({ member }: { member: Pick<Member, 'availability' | 'availableFrom'> }) {
  const t = useTranslations('people');
  const { availability, availableFrom } = member;
  if (availability === 'available') return null;
  return (
    <span className={classes.availability} data-availability={availability}>
      {t(`availability.${availability}`)}
      {availableFrom && (
        <>
          {' '}
          {t('until')} <Time at={availableFrom} isProse />
        </>
      )}
    </span>
  );
}
