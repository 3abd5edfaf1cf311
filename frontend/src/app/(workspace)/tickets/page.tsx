import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '../../../components/link-button.tsx';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import type { Session, TicketPage } from '../../../lib/api-types.ts';
import { read, requirePermission } from '../../../lib/session.ts';
import { FilterBar } from './filter-bar.tsx';
import { readFilters, type SearchParams, type TicketFilters } from './filters.ts';
import { hasDates, listQuery } from './list-query.ts';
import { Paging } from './paging.tsx';
import { TicketTable } from './ticket-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('tickets') };
}

/** Days are the reader's own, so only they wait for the session. */
async function readList(filters: TicketFilters, session: Promise<Session>): Promise<TicketPage> {
  const timeZone = hasDates(filters) ? (await session).user.timeZone : 'UTC';
  return read('/tickets', { query: listQuery(filters, timeZone) });
}

export default async function TicketsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filters = readFilters(await searchParams);
  const session = requirePermission('ticket:read');
  const [{ permissions, user }, tickets, members, tags, nav, t] = await Promise.all([
    session,
    readList(filters, session),
    read('/members', { query: { status: 'active', limit: 100 } }),
    read('/tickets/tags'),
    getTranslations('nav'),
    getTranslations('tickets'),
  ]);
  const mayCreate = permissions.includes('ticket:create');
  const found = tickets.items[0];
  if (filters.values.number && found) redirect(`/tickets/${found.id}`);
  return (
    <>
      <PageHeader title={nav('tickets')}>
        {mayCreate && (
          <LinkButton href="/tickets/new" variant="filled" icon={<IconPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
            {t('new')}
          </LinkButton>
        )}
      </PageHeader>
      <FilterBar filters={filters} members={members.items} tags={tags.items} count={tickets.count} userId={user.id} />
      <TicketTable tickets={tickets.items} filters={filters} mayCreate={mayCreate} />
      <Paging filters={filters} nextCursor={tickets.nextCursor} />
    </>
  );
}
