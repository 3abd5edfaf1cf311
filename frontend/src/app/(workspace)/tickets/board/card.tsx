import { TICKET_TRANSITIONS } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import { ActionForm } from '../../../../components/form/action-form.tsx';
import { AutoSubmit } from '../../../../components/form/auto-submit.tsx';
import { Link } from '../../../../components/link.tsx';
import { Avatar, NoAvatar } from '../../../../components/marks/avatar.tsx';
import { PriorityMark } from '../../../../components/marks/priority-mark.tsx';
import { Tags } from '../../../../components/marks/tags.tsx';
import type { Session, Ticket } from '../../../../lib/api-types.ts';
import { transitionTicket } from '../[id]/actions.ts';
import classes from './board.module.css';

interface CardProps {
  ticket: Ticket;
  session: Session;
  mayMove: boolean;
}

/** One ticket of the board. Its own form moves it by keyboard, and without JavaScript. */
export function Card({ ticket, session, mayMove }: CardProps) {
  const t = useTranslations('board');
  const words = useTranslations('ticket');
  const error = useTranslations('errors');
  const allowed = TICKET_TRANSITIONS[ticket.status];
  return (
    <>
      <p className={classes.top}>
        <span className={classes.number}>{ticket.number}</span>
        <PriorityMark priority={ticket.priority} />
      </p>
      <Link href={`/tickets/${ticket.id}`} className={classes.subject} data-row draggable={false}>
        {ticket.subject}
      </Link>
      {ticket.tags.length > 0 && (
        <p className={classes.tags}>
          <Tags tags={ticket.tags} />
        </p>
      )}
      <div className={classes.bottom}>
        <span className={classes.requester}>{ticket.requester?.name}</span>
        {ticket.assignee ? <Avatar name={ticket.assignee.name} title={ticket.assignee.name} /> : <NoAvatar title={words('nobody')} />}
      </div>
      {mayMove && allowed.length > 0 && (
        <ActionForm
          action={transitionTicket}
          tenant={session.tenant.id}
          hidden={{ id: ticket.id, version: String(ticket.version) }}
          className={classes.move}
          traceLabel={error('trace')}
          label={t('move', { subject: ticket.subject })}
        >
          <AutoSubmit>
            <select key={ticket.status} name="status" defaultValue={ticket.status} aria-label={t('move', { subject: ticket.subject })} className={classes.select}>
              {[ticket.status, ...allowed].map((status) => (
                <option key={status} value={status}>
                  {words(`status.${status}`)}
                </option>
              ))}
            </select>
          </AutoSubmit>
          <button type="submit" className={`${classes.save} without-script`}>
            {words('save')}
          </button>
        </ActionForm>
      )}
    </>
  );
}
