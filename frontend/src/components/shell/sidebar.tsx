import { IconAddressBook, IconChartBar, IconHome, IconInbox, IconSettings, IconUsers } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import type { Session } from '../../lib/api-types.ts';
import { can } from '../../lib/session.ts';
import { readTicketCounts } from '../../lib/ticket-counts.ts';
import { NavLink } from './nav-link.tsx';
import { PersonMenu } from './person-menu.tsx';
import { SidebarViews } from './sidebar-views.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';
import classes from './sidebar.module.css';

const ICON = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** How much is unsolved; a number beside a word is no reason for a page to fail. */
async function countUnsolved(session: Session): Promise<number | undefined> {
  if (!can(session, 'ticket:read')) return undefined;
  const counts = await readTicketCounts().catch(() => undefined);
  return counts?.unsolved.reduce((sum, { count }) => sum + count, 0);
}

export async function Sidebar({ session }: { session: Session }) {
  const [t, unsolved] = await Promise.all([getTranslations('nav'), countUnsolved(session)]);
  return (
    <aside id="menu" popover="auto" className={classes.side}>
      <WorkspaceMenu session={session} />
      <nav aria-label={t('label')} className={classes.nav}>
        <NavLink href="/" exact icon={<IconHome {...ICON} />} label={t('home')} />
        {can(session, 'ticket:read') && (
          <NavLink href="/tickets" icon={<IconInbox {...ICON} />} label={t('tickets')} count={unsolved} countLabel={t('unsolved')} />
        )}
        {can(session, 'contact:read') && <NavLink href="/contacts" also="/companies" icon={<IconAddressBook {...ICON} />} label={t('contacts')} />}
        {can(session, 'ticket:read') && <NavLink href="/reports" icon={<IconChartBar {...ICON} />} label={t('reports')} />}
        {can(session, 'member:read') && <NavLink href="/people" icon={<IconUsers {...ICON} />} label={t('people')} />}
      </nav>
      {can(session, 'ticket:read') && <SidebarViews />}
      <div className={classes.foot}>
        <NavLink href="/settings" icon={<IconSettings {...ICON} />} label={t('settings')} />
      </div>
      <PersonMenu session={session} />
    </aside>
  );
}
