import { useTranslations } from 'next-intl';

const MINUTE = 60;
const HOUR = 3_600;

/** How long from now, rounded up to what one would say. */
export function Wait({ seconds }: { seconds: number }) {
  const t = useTranslations('limits.wait');
  if (seconds <= 2 * MINUTE) return t('seconds', { count: seconds });
  if (seconds <= 2 * HOUR) return t('minutes', { count: Math.ceil(seconds / MINUTE) });
  return t('hours', { count: Math.ceil(seconds / HOUR) });
}
