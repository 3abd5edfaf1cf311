import type { Metadata } from 'next';
import { IconPlus } from '@tabler/icons-react';
import { UNSOLVED_STATUSES } from '@kontor/contracts/tickets';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '../../components/link-button.tsx';
import { PageHeader } from '../../components/shell/page-header.tsx';
import type { List, Ticket } from '../../lib/api-types.ts';
import { can, read, requirePermission } from '../../lib/session.ts';
import { CreatedChart } from './home/created-chart.tsx';
import { readCreated, readStatuses } from './home/counts.ts';
import { StatusChart } from './home/status-chart.tsx';
import { TicketBlock } from './home/ticket-block.tsx';
import classes from './home/home.module.css';

const SHOWN = '8';
const UNSOLVED = UNSOLVED_STATUSES.join();

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('home') };
}

export default async function HomePage() {
  const reader = requirePermission('ticket:read');
  const shown = { limit: SHOWN, count: 'true' };
  const [session, mine, unassigned, statuses, created, nav, t, tickets] = await Promise.all([
    reader,
    read<List<Ticket>>('/tickets', { ...shown, assignee: 'me', status: UNSOLVED, sort: '-updatedAt' }),
    read<List<Ticket>>('/tickets', { ...shown, assignee: 'none', status: UNSOLVED, sort: '-createdAt' }),
    readStatuses(),
    reader.then(({ user }) => readCreated(user.timeZone)),
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
          <TicketBlock title={t('mine')} href={`/tickets?status=${UNSOLVED}&assignee=me`} list={mine} empty={t('noneMine')} />
          <TicketBlock title={t('unassigned')} href={`/tickets?status=${UNSOLVED}&assignee=none`} list={unassigned} empty={t('noneUnassigned')} />
        </div>
        <div className={classes.charts}>
          <StatusChart counts={statuses} />
          <CreatedChart days={created} />
        </div>
      </div>
    </>
  );
}
