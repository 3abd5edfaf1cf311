import { useTranslations } from 'next-intl';
import { StatusMark } from '../../../../../components/marks/status-mark.tsx';
import type { Ticket } from '../../../../../lib/api-types.ts';
import classes from '../relations/relations.module.css';

/** One of the two tickets of a merge, enough to know it by. */
export function Side({ heading, ticket }: { heading: string; ticket: Ticket }) {
  const t = useTranslations('ticket');
  return (
    <section className={classes.side}>
      <h2>{heading}</h2>
      <strong>
        {ticket.number} {ticket.subject}
      </strong>
      <StatusMark status={ticket.status} />
      <p>{ticket.requester?.name ?? t('noRequester')}</p>
      {ticket.preview && <p>{ticket.preview}</p>}
    </section>
  );
}
