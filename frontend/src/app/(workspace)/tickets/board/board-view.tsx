import { TICKET_TRANSITIONS } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import { Link } from '../../../../components/link.tsx';
import { StatusMark } from '../../../../components/marks/status-mark.tsx';
import type { Session } from '../../../../lib/api-types.ts';
import { listHref, type TicketFilters } from '../filters.ts';
import type { BoardColumn } from '../list-query.ts';
import { Board } from './board.tsx';
import { Card } from './card.tsx';
import classes from './board.module.css';

interface BoardViewProps {
  columns: readonly BoardColumn[];
  filters: TicketFilters;
  session: Session;
}

/** The tickets by what is to be done next, from new to solved. */
export function BoardView({ columns, filters, session }: BoardViewProps) {
  const t = useTranslations('board');
  const words = useTranslations('ticket.status');
  const mayMove = session.permissions.includes('ticket:transition');
  const shown = columns.map(({ status, tickets, count, hasMore, isLong }) => ({
    status,
    name: words(status),
    count: count ?? tickets.length,
    head: <StatusMark status={status} />,
    cards: tickets.map((ticket) => ({
      id: ticket.id,
      version: ticket.version,
      subject: ticket.subject,
      allowed: mayMove ? TICKET_TRANSITIONS[ticket.status] : [],
      content: <Card ticket={ticket} session={session} mayMove={mayMove} />,
    })),
    foot: hasMore && (
      <Link href={isLong ? listHref(filters, { layout: 'list', status }) : moreHref(filters, status)} className={classes.more} scroll={false}>
        {isLong ? t('rest') : t('more')}
      </Link>
    ),
  }));
  return <Board columns={shown} tenant={session.tenant.id} words={{ label: t('label'), empty: t('empty'), refused: t('refused') }} />;
}

function moreHref(filters: TicketFilters, status: string): string {
  const href = listHref(filters);
  return `${href}${href.includes('?') ? '&' : '?'}more=${status}`;
}
