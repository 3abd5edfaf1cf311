import { IconArrowRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Link } from '../../../components/link.tsx';
import { PriorityMark } from '../../../components/marks/priority-mark.tsx';
import { StatusMark } from '../../../components/marks/status-mark.tsx';
import { Time } from '../../../components/marks/time.tsx';
import type { Ticket } from '../../../lib/api-types.ts';
import classes from './home.module.css';

interface TicketBlockProps {
  title: string;
  /** The whole list. */
  href: string;
  tickets: readonly Ticket[];
  /** Of the whole list. */
  count: number | undefined;
  empty: string;
}

/** The first few of a list of tickets, and the way to all of them. */
export function TicketBlock({ title, href, tickets, count, empty }: TicketBlockProps) {
  const t = useTranslations('home');
  return (
    <section>
      <header className={classes.head}>
        <h2>{title}</h2>
        <span className={classes.count}>{count}</span>
        <Link href={href} className={classes.all} aria-label={t('allOf', { title })}>
          {t('all')} <IconArrowRight size={14} stroke={1.75} aria-hidden />
        </Link>
      </header>
      {tickets.length === 0 && <p className={classes.empty}>{empty}</p>}
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id} className={classes.row}>
            <span className={classes.number}>{ticket.number}</span>
            <Link href={`/tickets/${ticket.id}`} className={classes.open} data-row>
              {ticket.subject}
            </Link>
            <span className={classes.requester}>{ticket.requester?.name}</span>
            <span className={classes.status}>
              <StatusMark status={ticket.status} />
            </span>
            <PriorityMark priority={ticket.priority} />
            <span className={classes.time}>
              <Time at={ticket.updatedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
