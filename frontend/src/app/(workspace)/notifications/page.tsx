import { NOTIFICATION_FILTERS, type NotificationFilter } from '@kontor/contracts/notifications';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ActionForm } from '../../../components/form/action-form.tsx';
import { SubmitButton } from '../../../components/form/submit-button.tsx';
import { LinkButton } from '../../../components/link-button.tsx';
import { Link } from '../../../components/link.tsx';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import { read, requirePermission } from '../../../lib/session.ts';
import { readAllNotifications } from './actions.ts';
import { NotificationRow } from './notification-row.tsx';
import classes from './notifications.module.css';

const PAGE = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notifications'))('title') };
}

function addressOf(filter: NotificationFilter, cursor?: string): string {
  const query = new URLSearchParams({ ...(filter === 'all' && { filter }), ...(cursor && { cursor }) });
  return query.size > 0 ? `/notifications?${query}` : '/notifications';
}

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<{ filter?: string; cursor?: string }> }) {
  const { filter: asked, cursor } = await searchParams;
  const filter = asked === 'all' ? 'all' : 'unread';
  const [session, notifications, t, error] = await Promise.all([
    requirePermission('notification:read'),
    read('/notifications', { query: { filter, limit: PAGE, cursor } }),
    getTranslations('notifications'),
    getTranslations('errors'),
  ]);
  const hasUnread = notifications.items.some(({ readAt }) => readAt === null);
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={classes.bar}>
        <nav aria-label={t('filter')} className={classes.filters}>
          {NOTIFICATION_FILTERS.map((one) => (
            <Link key={one} href={addressOf(one)} className={classes.filter} {...(one === filter && { 'aria-current': 'page' })}>
              {t(one)}
            </Link>
          ))}
        </nav>
        {hasUnread && (
          <ActionForm action={readAllNotifications} tenant={session.tenant.id} traceLabel={error('trace')}>
            <SubmitButton variant="default">{t('readAll')}</SubmitButton>
          </ActionForm>
        )}
      </div>
      {notifications.items.length === 0 ? (
        <EmptyState title={t('none')} text={t('noneText')} />
      ) : (
        <ul aria-label={t('list')} className={classes.list}>
          {notifications.items.map((notification) => (
            <NotificationRow key={notification.id} notification={notification} tenant={session.tenant.id} traceLabel={error('trace')} />
          ))}
        </ul>
      )}
      {(cursor || notifications.nextCursor) && (
        <nav className={classes.paging} aria-label={t('list')}>
          {cursor && <LinkButton href={addressOf(filter)}>{t('first')}</LinkButton>}
          {notifications.nextCursor && <LinkButton href={addressOf(filter, notifications.nextCursor)}>{t('next')}</LinkButton>}
        </nav>
      )}
    </>
  );
}
