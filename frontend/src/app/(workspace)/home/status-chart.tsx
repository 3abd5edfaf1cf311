import { useTranslations } from 'next-intl';
import { Link } from '../../../components/link.tsx';
import { StatusMark } from '../../../components/marks/status-mark.tsx';
import type { TicketCounts } from '../../../lib/api-types.ts';
import classes from './home.module.css';

/** Unsolved tickets by status, each bar a link to its list. */
export function StatusChart({ counts }: { counts: TicketCounts['unsolved'] }) {
  const t = useTranslations('home');
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <figure className={classes.chart}>
      <figcaption>{t('byStatus')}</figcaption>
      <ul className={classes.bars}>
        {counts.map(({ status, count }) => (
          <li key={status}>
            <Link href={`/tickets?status=${status}`} className={classes.bar}>
              <StatusMark status={status} />
              <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
                <rect width="100" height="6" rx="2" className={classes.track} />
                <rect width={(count / most) * 100} height="6" rx="2" className={classes.fill} />
              </svg>
              <span>{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </figure>
  );
}
