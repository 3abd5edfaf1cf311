import { useTranslations } from 'next-intl';
import type { ActivityPage } from '../../lib/api-types.ts';
import { LinkButton } from '../link-button.tsx';
import { ActivityEntry } from './activity-entry.tsx';
import classes from './contacts.module.css';

/** Everything that happened, newest first, page by page. */
export function ActivityList({ activity, here, isEarlier }: { activity: ActivityPage; here: string; isEarlier: boolean }) {
  const t = useTranslations('activity');
  return (
    <section aria-label={t('title')}>
      <h2 className={classes.heading}>{t('title')}</h2>
      {activity.items.length === 0 && <p className={classes.nothing}>{t('empty')}</p>}
      <ol>
        {activity.items.map((entry) => (
          <ActivityEntry key={entry.id} entry={entry} />
        ))}
      </ol>
      {(isEarlier || activity.nextCursor) && (
        <nav className={classes.pages} aria-label={t('pages')}>
          {isEarlier && <LinkButton href={here}>{t('latest')}</LinkButton>}
          {activity.nextCursor && <LinkButton href={`${here}?before=${encodeURIComponent(activity.nextCursor)}`}>{t('earlier')}</LinkButton>}
        </nav>
      )}
    </section>
  );
}
