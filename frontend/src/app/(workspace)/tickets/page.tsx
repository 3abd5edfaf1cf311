import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '../../../components/link-button.tsx';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import type { Session, TicketPage } from '../../../lib/api-types.ts';
import { can, read, requirePermission } from '../../../lib/session.ts';
import { FilterBar } from './filter-bar.tsx';
import { readFilters, type SearchParams, type TicketFilters } from './filters.ts';
import { hasDates, listQuery } from './list-query.ts';
import { Paging } from './paging.tsx';
import { ExportButton } from './selection/export-button.tsx';
import { matchingOf } from './selection/matching.ts';
import { SelectionBar } from './selection/selection-bar.tsx';
import { TicketTable } from './ticket-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('tickets') };
}

/** The list, and its query as what is done to all of it takes it. Days are the reader's own, so only they wait for the session. */
async function readList(filters: TicketFilters, session: Promise<Session>): Promise<TicketPage & { matching: string }> {
  const timeZone = hasDates(filters) ? (await session).user.timeZone : 'UTC';
  const query = listQuery(filters, timeZone);
  return { ...(await read('/tickets', { query })), matching: matchingOf(query ?? {}) };
}

export default async function TicketsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filters = readFilters(await searchParams);
  const asked = requirePermission('ticket:read');
  const [session, tickets, members, tags, nav, t] = await Promise.all([
    asked,
    readList(filters, asked),
    read('/members', { query: { status: 'active', limit: 100 } }),
    read('/tickets/tags'),
    getTranslations('nav'),
    getTranslations('tickets'),
  ]);
  const mayCreate = can(session, 'ticket:create');
  const isSelectable = can(session, 'ticket:update');
  const found = tickets.items[0];
  if (filters.values.number && found) redirect(`/tickets/${found.id}`);
  return (
    <>
      <PageHeader title={nav('tickets')}>
        <ExportButton session={session} matching={tickets.matching} />
        {mayCreate && (
          <LinkButton href="/tickets/new" variant="filled" icon={<IconPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
            {t('new')}
          </LinkButton>
        )}
      </PageHeader>
      <FilterBar filters={filters} members={members.items} tags={tags.items} count={tickets.count} userId={session.user.id} />
      <TicketTable tickets={tickets.items} filters={filters} mayCreate={mayCreate} isSelectable={isSelectable} />
      <Paging filters={filters} nextCursor={tickets.nextCursor} />
      {isSelectable && <SelectionBar session={session} members={members.items} matching={tickets.matching} count={tickets.count ?? 0} shown={tickets.items.length} />}
    </>
  );
}
