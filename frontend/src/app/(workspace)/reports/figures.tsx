import { useTranslations } from 'next-intl';
import { UNSOLVED_STATUSES } from '@kontor/contracts/tickets';
import { Link } from '../../../components/link.tsx';
import type { DayReport, GroupReport } from '../../../lib/api-types.ts';
import { Duration } from './duration.tsx';
import { ticketsHref, type Period } from './period.ts';
import classes from './reports.module.css';

/** The period in five numbers, each with the list behind it where there is one. */
export function Figures({ period, all, days }: { period: Period; all: GroupReport | undefined; days: readonly DayReport[] }) {
  const t = useTranslations('reports');
  const counts = [
    { name: t('created'), value: all?.created ?? 0, href: ticketsHref('createdAt', period) },
    { name: t('solved'), value: all?.solved ?? 0, href: ticketsHref('solvedAt', period) },
    { name: t('backlog'), value: days.at(-1)?.backlog ?? 0, href: `/tickets?status=${UNSOLVED_STATUSES.join()}` },
  ];
  const times = [
    { name: t('firstResponse'), median: all?.firstResponseMedian ?? null, p90: all?.firstResponseP90 ?? null },
    { name: t('resolution'), median: all?.resolutionMedian ?? null, p90: all?.resolutionP90 ?? null },
  ];
  return (
    <dl className={classes.figures}>
      {counts.map(({ name, value, href }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Link href={href}>
              {value}
            </Link>
          </dd>
        </div>
      ))}
      {times.map(({ name, median, p90 }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Duration seconds={median} />
            {p90 !== null && (
              <small>
                {t('p90')} <Duration seconds={p90} />
              </small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
