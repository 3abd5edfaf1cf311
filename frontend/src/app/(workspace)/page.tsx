import type { Metadata } from 'next';
import { IconPlus } from '@tabler/icons-react';
import { UNSOLVED_STATUSES } from '@kontor/contracts/tickets';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { LinkButton } from '../../components/link-button.tsx';
import { PageHeader } from '../../components/shell/page-header.tsx';
import { can, read, requirePermission, requireSession } from '../../lib/session.ts';
import { readTicketCounts } from '../../lib/ticket-counts.ts';
import { CreatedChart } from './home/created-chart.tsx';
import { StatusChart } from './home/status-chart.tsx';
import { TicketBlock } from './home/ticket-block.tsx';
import classes from './home/home.module.css';

const SHOWN = 8;
const UNSOLVED = UNSOLVED_STATUSES.join();

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('home') };
}

export default async function HomePage() {
  // A deployment may have left tickets out.
  if (!can(await requireSession(), 'ticket:read')) redirect('/contacts');
  const shown = { limit: SHOWN, status: [...UNSOLVED_STATUSES] };
  const [session, counts, mine, unassigned, nav, t, tickets] = await Promise.all([
    requirePermission('ticket:read'),
    readTicketCounts(),
    read('/tickets', { query: { ...shown, assignee: 'me', sort: '-updatedAt' } }),
    read('/tickets', { query: { ...shown, assignee: 'none', sort: '-createdAt' } }),
    getTranslations('nav'),
    getTranslations('home'),
    getTranslations('tickets'),
  ]);
  return (
    <>
      <PageHeader title={nav('home')}>
        {can(session, 'ticket:create') && (
          <LinkButton href="/tickets/new" variant="filled" icon={<IconPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
            {tickets('new')}
          </LinkButton>
        )}
      </PageHeader>
      <div className={classes.page}>
        <div className={classes.lists}>
          <TicketBlock
            title={t('mine')}
            href={`/tickets?status=${UNSOLVED}&assignee=me`}
            tickets={mine.items}
            count={counts.mine}
            empty={t('noneMine')}
          />
          <TicketBlock
            title={t('unassigned')}
            href={`/tickets?status=${UNSOLVED}&assignee=none`}
            tickets={unassigned.items}
            count={counts.unassigned}
            empty={t('noneUnassigned')}
          />
        </div>
        <div className={classes.charts}>
          <StatusChart counts={counts.unsolved} />
          <CreatedChart days={counts.created} />
        </div>
      </div>
    </>
  );
}
