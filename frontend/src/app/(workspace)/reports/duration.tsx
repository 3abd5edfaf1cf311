import { useTranslations } from 'next-intl';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span of seconds in its two largest units. */
export function Duration({ seconds }: { seconds: number | null }) {
  const t = useTranslations('reports.duration');
  if (seconds === null) return t('none');
  if (seconds < HOUR) return t('minutes', { minutes: Math.round(seconds / MINUTE) });
  if (seconds < DAY) return t('hours', { hours: Math.floor(seconds / HOUR), minutes: Math.floor((seconds % HOUR) / MINUTE) });
  return t('days', { days: Math.floor(seconds / DAY), hours: Math.floor((seconds % DAY) / HOUR) });
}
