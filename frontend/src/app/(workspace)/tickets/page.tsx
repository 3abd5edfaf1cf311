import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '../../../components/link-button.tsx';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import type { List, Member, TagCount, Ticket } from '../../../lib/api-types.ts';
import { can, read, requirePermission } from '../../../lib/session.ts';
import { FilterBar } from './filter-bar.tsx';
import { readFilters, type SearchParams } from './filters.ts';
import { listQuery } from './list-query.ts';
import { Paging } from './paging.tsx';
import { TicketTable } from './ticket-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('tickets') };
}

export default async function TicketsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [params, session] = await Promise.all([searchParams, requirePermission('ticket:read')]);
  const filters = readFilters(params);
  const [tickets, members, tags, nav, t] = await Promise.all([
    read<List<Ticket>>('/tickets', listQuery(filters, session.user.timeZone)),
    read<List<Member>>('/members', { status: 'active', limit: '100' }),
    read<List<TagCount>>('/tickets/tags'),
    getTranslations('nav'),
    getTranslations('tickets'),
  ]);
  const found = tickets.items[0];
  if (filters.values.number && found) redirect(`/tickets/${found.id}`);
  return (
    <>
      <PageHeader title={nav('tickets')}>
        {can(session, 'ticket:create') && (
          <LinkButton href="/tickets/new" variant="filled" icon={<IconPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
            {t('new')}
          </LinkButton>
        )}
      </PageHeader>
      <FilterBar filters={filters} members={members.items} tags={tags.items} count={tickets.count} userId={session.user.id} />
      <TicketTable tickets={tickets.items} filters={filters} mayCreate={can(session, 'ticket:create')} />
      <Paging filters={filters} nextCursor={tickets.nextCursor} />
    </>
  );
}
