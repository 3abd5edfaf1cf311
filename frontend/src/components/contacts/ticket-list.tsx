import { useTranslations } from 'next-intl';
import type { TicketPage } from '../../lib/api-types.ts';
import { Link } from '../link.tsx';
import { StatusMark } from '../marks/status-mark.tsx';
import classes from './contacts.module.css';

/** Unsolved tickets, and the way to all of them. */
export function TicketList({ tickets, href }: { tickets: TicketPage; href: string }) {
  const t = useTranslations('contacts');
  return (
    <section>
      <h2>{t('openTickets', { count: tickets.count ?? tickets.items.length })}</h2>
      <ul className={classes.list}>
        {tickets.items.map((ticket) => (
          <li key={ticket.id}>
            <Link href={`/tickets/${ticket.id}`} className={classes.name}>
              {ticket.subject}
            </Link>
            <span className={classes.quiet}>
              <StatusMark status={ticket.status} />
            </span>
          </li>
        ))}
        <li>
          <Link href={href} className={classes.link}>
            {t('allTickets')}
          </Link>
        </li>
      </ul>
    </section>
  );
}
