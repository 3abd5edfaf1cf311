import { useTranslations } from 'next-intl';
import { Link } from '../../../../../components/link.tsx';
import { StatusDot } from '../../../../../components/marks/status-mark.tsx';
import type { RelatedTicket } from '../../../../../lib/api-types.ts';
import classes from './relations.module.css';

/** Another ticket in one line: its status, number and subject. */
export function RelatedTicketLink({ ticket }: { ticket: RelatedTicket }) {
  const status = useTranslations('ticket.status');
  return (
    <Link href={`/tickets/${ticket.id}`} className={classes.ticket}>
      <StatusDot status={ticket.status} />
      <span className="visually-hidden">{status(ticket.status)}</span>
      <span className={classes.number}>{ticket.number}</span>
      <span className={classes.subject}>{ticket.subject}</span>
    </Link>
  );
}
