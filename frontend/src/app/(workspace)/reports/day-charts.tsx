import { IconChevronRight } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '../../../components/link.tsx';
import type { DayReport } from '../../../lib/api-types.ts';
import { FileLink } from './file-link.tsx';
import { ticketsHref, type Period } from './period.ts';
import classes from './reports.module.css';

const HEIGHT = 120;
const STEP = 12;

/** What came in and went out by day, and what was left: drawn, and as a table with the lists behind each number. */
export function DayCharts({ days, period }: { days: readonly DayReport[]; period: Period }) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const date = (day: string) => format.dateTime(new Date(`${day}T00:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const most = Math.max(1, ...days.flatMap(({ created, solved }) => [created, solved]));
  const highest = Math.max(1, ...days.map(({ backlog }) => backlog));
  const height = (value: number, top: number) => (value / top) * (HEIGHT - 4);
  const ends = [days[0], days.at(-1)].map((day) => (day ? date(day.day) : ''));
  const line = days.map(({ backlog }, index) => `${(index + 0.5) * STEP},${HEIGHT - height(backlog, highest)}`).join(' ');
  const box = `0 0 ${Math.max(1, days.length) * STEP} ${HEIGHT}`;
  return (
    <section className={classes.days}>
      <div className={classes.pair}>
        <figure className={classes.chart}>
          <figcaption>
            {t('perDay')} <span className={classes.legend} data-of="created">{t('created')}</span> <span className={classes.legend} data-of="solved">{t('solved')}</span>
          </figcaption>
          <svg viewBox={box} preserveAspectRatio="none" role="group" aria-label={t('perDayDrawn', { most })}>
            {days.map(({ day, created, solved }, index) => (
              <a key={day} href={ticketsHref('createdAt', { from: day, to: day })} tabIndex={-1} aria-hidden>
                <title>{t('dayTitle', { date: date(day), created, solved })}</title>
                <rect x={index * STEP} width={STEP} height={HEIGHT} className={classes.ground} />
                <rect x={index * STEP + 1.5} y={HEIGHT - height(created, most)} width={4} height={height(created, most)} className={classes.created} />
                <rect x={index * STEP + 6.5} y={HEIGHT - height(solved, most)} width={4} height={height(solved, most)} className={classes.solved} />
              </a>
            ))}
          </svg>
          <p className={classes.ends}>
            <span>{ends[0]}</span>
            <span>{t('most', { most })}</span>
            <span>{ends[1]}</span>
          </p>
        </figure>
        <figure className={classes.chart}>
          <figcaption>{t('backlogPerDay')}</figcaption>
          <svg viewBox={box} preserveAspectRatio="none" role="group" aria-label={t('backlogDrawn', { most: highest })}>
            <polyline points={line} className={classes.line} vectorEffect="non-scaling-stroke" />
          </svg>
          <p className={classes.ends}>
            <span>{ends[0]}</span>
            <span>{t('most', { most: highest })}</span>
            <span>{ends[1]}</span>
          </p>
        </figure>
      </div>
      <details className={classes.details}>
        <summary>
          <IconChevronRight size={14} stroke={1.6} aria-hidden />
          {t('asTable')}
        </summary>
        <FileLink of="days" period={period} table={t('perDay')} />
        <table className={classes.table} aria-label={t('perDay')}>
          <thead>
            <tr>
              {[t('day'), t('created'), t('solved'), t('backlog')].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, created, solved, backlog }) => (
              <tr key={day}>
                <th scope="row">{date(day)}</th>
                <td>
                  <Link href={ticketsHref('createdAt', { from: day, to: day })}>
                    {created}
                  </Link>
                </td>
                <td>
                  <Link href={ticketsHref('solvedAt', { from: day, to: day })}>
                    {solved}
                  </Link>
                </td>
                <td>{backlog}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
