import { IconFilter, IconUsersGroup } from '@tabler/icons-react';
import { DEFAULT_VIEWS, VIEW_LIMITS, type DefaultView } from '@kontor/contracts/ticket-views';
import { getTranslations } from 'next-intl/server';
import { read } from '../../lib/session.ts';
import { ViewLinks } from './view-links.tsx';

const ICON = { size: 15, stroke: 1.6, 'aria-hidden': true } as const;

/** The views that every member has, then the saved ones; numbers and names beside a page are no reason for it to fail. */
export async function SidebarViews() {
  const [saved, counts, t] = await Promise.all([
    read('/ticket-views', { query: { limit: 100 } }).catch(() => undefined),
    read('/ticket-views/counts').catch(() => undefined),
    getTranslations('views'),
  ]);
  const counted = new Map(counts?.items.map(({ view, count }) => [view, count]));
  const views = [
    ...(Object.keys(DEFAULT_VIEWS) as DefaultView[]).map((id) => ({ id, label: t(`default.${id}`), icon: <IconFilter {...ICON} /> })),
    ...(saved?.items ?? []).map(({ id, name, shared }) => ({ id, label: name, icon: shared ? <IconUsersGroup {...ICON} /> : <IconFilter {...ICON} /> })),
  ];
  return <ViewLinks views={views.map((view) => ({ ...view, count: counted.get(view.id) }))} label={t('label')} countLabel={t('tickets')} most={VIEW_LIMITS.counted} />;
}
