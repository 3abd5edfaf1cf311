import { useLocale, useTimeZone } from 'next-intl';
import { dateFormat } from '../../lib/formats.ts';
import { Age } from './age.tsx';

/** An instant as its age, with the exact time of the reader's zone on hover. */
export function Time({ at, isProse = false }: { at: string; isProse?: boolean }) {
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const exact = dateFormat(locale, { dateStyle: 'full', timeStyle: 'long', timeZone });
  return <Age at={at} locale={locale} timeZone={timeZone} title={exact.format(new Date(at))} isProse={isProse} />;
}
