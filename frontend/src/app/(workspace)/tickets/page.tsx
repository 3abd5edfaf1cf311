import { IconPlus } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '../../../components/link-button.tsx';
import { HeaderMenu } from '../../../components/shell/header-menu.tsx';
import { PageHeader } from '../../../components/shell/page-header.tsx';
import type { Session } from '../../../lib/api-types.ts';
import { can, read, requirePermission } from '../../../lib/session.ts';
import { BoardView } from './board/board-view.tsx';
import { FilterBar } from './filter-bar.tsx';
import { inOrderOf, layoutOf, listHref, readFilters, type SavedView, type SearchParams, type TicketFilters } from './filters.ts';
import { LeaveTrail } from './leave-trail.tsx';
import { hasDates, listQuery, readBoard } from './list-query.ts';
import { Paging } from './paging.tsx';
import { ExportButton } from './selection/export-button.tsx';
import { matchingOf } from './selection/matching.ts';
import { SelectionBar } from './selection/selection-bar.tsx';
import { TicketTable } from './ticket-table.tsx';
import { ViewActions } from './view-actions.tsx';
import { isDefaultView, readView, savedView } from './view-of.ts';

interface TicketsPageProps {
  searchParams: Promise<SearchParams>;
}

async function titleOf({ values: { view } }: TicketFilters): Promise<string> {
  if (view === undefined) return (await getTranslations('nav'))('tickets');
  return isDefaultView(view) ? (await getTranslations('views'))(`default.${view}`) : (await readView(view)).name;
}

export async function generateMetadata({ searchParams }: TicketsPageProps): Promise<Metadata> {
  return { title: await titleOf(readFilters(await searchParams)) };
}

/** The list or the board, and its query as what is done to all of it takes it. Days are the reader's own, so only they wait for the session. */
async function readShown(filters: TicketFilters, view: SavedView | undefined, session: Promise<Session>, more: string | string[] | undefined) {
  const timeZone = hasDates(filters) ? (await session).user.timeZone : 'UTC';
  const query = listQuery(filters, view, timeZone);
  const matching = matchingOf(query ?? {});
  if (layoutOf(filters, view) === 'list') return { list: await read('/tickets', { query }), matching };
  return { board: await readBoard(query, more), matching };
}

export default async function TicketsPage({ searchParams }: TicketsPageProps) {
  const params = await searchParams;
  const asked = readFilters(params);
  const waiting = requirePermission('ticket:read');
  // Only a view of one's own has to be read before its tickets.
  const view = await savedView(asked.values.view);
  const filters = inOrderOf(asked, view);
  const [session, { list, board = [], matching }, members, teams, tags, title, t] = await Promise.all([
    waiting,
    readShown(filters, view, waiting, params.more),
    read('/members', { query: { status: 'active', limit: 100 } }),
    read('/teams', { query: { limit: 100 } }),
    read('/tickets/tags'),
    titleOf(filters),
    getTranslations('tickets'),
  ]);
  const mayCreate = can(session, 'ticket:create');
  const isSelectable = can(session, 'ticket:update');
  const found = list?.items[0];
  if (filters.values.number && found) redirect(`/tickets/${found.id}`);
  const count = list ? list.count : board.reduce((sum, column) => sum + (column.count ?? 0), 0);
  return (
    <>
      <PageHeader title={title}>
        {can(session, 'ticket:export') && (
          <HeaderMenu>
            <ExportButton tenant={session.tenant.id} matching={matching} />
          </HeaderMenu>
        )}
        {mayCreate && (
          <LinkButton href="/tickets/new" variant="filled" icon={<IconPlus size={15} stroke={1.75} aria-hidden />} shortcut="c">
            {t('new')}
          </LinkButton>
        )}
      </PageHeader>
      <FilterBar filters={filters} members={members.items} tags={tags.items} count={count} userId={session.user.id} layout={list ? 'list' : 'board'}>
        <ViewActions filters={filters} session={session} />
      </FilterBar>
      <LeaveTrail title={title} href={listHref(filters, { cursor: filters.cursor })} ids={(list?.items ?? board.flatMap(({ tickets }) => tickets)).map(({ id }) => id)} />
      {list ? (
        <>
          <TicketTable tickets={list.items} filters={filters} mayCreate={mayCreate} isSelectable={isSelectable} />
          <Paging filters={filters} nextCursor={list.nextCursor} />
          {isSelectable && (
            <SelectionBar session={session} members={members.items} teams={teams.items} matching={matching} count={list.count ?? 0} shown={list.items.length} />
          )}
        </>
      ) : (
        <BoardView columns={board} filters={filters} session={session} />
      )}
    </>
  );
}
