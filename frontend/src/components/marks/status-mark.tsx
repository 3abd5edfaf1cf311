import type { TicketStatus } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import classes from './marks.module.css';

/** The dot alone, beside a word that is written. */
export function StatusDot({ status }: { status: TicketStatus }) {
  return <span className={classes.dot} data-status={status} aria-hidden />;
}

/** A dot with a shape of its own and a word: colour is never the only sign. */
export function StatusMark({ status }: { status: TicketStatus }) {
  const t = useTranslations('ticket.status');
  return (
    <span className={classes.status}>
      <StatusDot status={status} />
      {t(status)}
    </span>
  );
}
