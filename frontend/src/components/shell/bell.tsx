import { IconBell } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { can, read, requireSession } from '../../lib/session.ts';
import { Link } from '../link.tsx';
import classes from './bell.module.css';

/** What is counted no further. */
const MOST = 99;

/** How much is unread, and the way to it; a number is no reason for a page to fail. */
export async function Bell() {
  const session = await requireSession();
  if (!can(session, 'notification:read')) return null;
  const [t, unread] = await Promise.all([getTranslations('notifications'), read('/notifications/unread').catch(() => undefined)]);
  const count = unread?.count ?? 0;
  return (
    <Link href="/notifications" className={classes.bell} aria-label={t('bell', { count })} title={t('title')}>
      <IconBell size={17} stroke={1.6} aria-hidden />
      {count > 0 && (
        <span className={classes.count} aria-hidden>
          {count > MOST ? `${MOST}+` : count}
        </span>
      )}
    </Link>
  );
}
