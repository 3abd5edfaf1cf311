import { useTranslations } from 'next-intl';
import { Button } from '@mantine/core';
import { Link } from '../../../components/link.tsx';
import { lastDays, periodHref, PRESETS, type Period } from './period.ts';
import classes from './reports.module.css';

/** Usual periods by one press, any other by its days. */
export function PeriodChoice({ period, now, timeZone }: { period: Period; now: number; timeZone: string }) {
  const t = useTranslations('reports');
  return (
    <form action="/reports" method="get" className={classes.period} aria-label={t('period')} key={periodHref(period)}>
      {PRESETS.map((days) => {
        const preset = lastDays(days, now, timeZone);
        const isChosen = preset.from === period.from && preset.to === period.to;
        return (
          <Link key={days} href={periodHref(preset)} className={classes.preset} {...(isChosen && { 'aria-current': 'true' as const })}>
            {t('lastDays', { days })}
          </Link>
        );
      })}
      <label>
        {t('from')}
        <input type="date" name="from" defaultValue={period.from} max={lastDays(1, now, timeZone).to} required />
      </label>
      <label>
        {t('to')}
        <input type="date" name="to" defaultValue={period.to} required />
      </label>
      <Button type="submit" variant="default">
        {t('show')}
      </Button>
    </form>
  );
}
