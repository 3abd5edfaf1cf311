import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '../../../components/link.tsx';
import type { TicketCounts } from '../../../lib/api-types.ts';
import classes from './home.module.css';

const HEIGHT = 72;

/** Tickets opened on each of the last days, each column a link to that day's list. */
export function CreatedChart({ days }: { days: TicketCounts['created'] }) {
  const t = useTranslations('home');
  const format = useFormatter();
  const most = Math.max(1, ...days.map(({ count }) => count));
  const weekday = (day: string) => format.dateTime(new Date(`${day}T00:00:00Z`), { weekday: 'short', timeZone: 'UTC' });
  const date = (day: string) => format.dateTime(new Date(`${day}T00:00:00Z`), { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <figure className={classes.chart}>
      <figcaption>{t('created')}</figcaption>
      <ul className={classes.columns}>
        {days.map(({ day, count }) => (
          <li key={day}>
            <Link
              href={`/tickets?createdAfter=${day}&createdBefore=${day}`}
              className={classes.column}
              aria-label={t('createdOn', { date: date(day), count })}
              title={t('createdOn', { date: date(day), count })}
            >
              <span aria-hidden>{count}</span>
              <svg viewBox={`0 0 24 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
                <rect
                  y={HEIGHT - Math.max(2, (count / most) * HEIGHT)}
                  width="24"
                  height={Math.max(2, (count / most) * HEIGHT)}
                  rx="3"
                  className={count > 0 ? classes.fill : classes.track}
                />
              </svg>
              <small aria-hidden>{weekday(day)}</small>
            </Link>
          </li>
        ))}
      </ul>
    </figure>
  );
}
