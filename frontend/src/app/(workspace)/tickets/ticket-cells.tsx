import { useTranslations } from 'next-intl';
import { Link } from '../../../components/link.tsx';
import { Avatar, NoAvatar } from '../../../components/marks/avatar.tsx';
import { PriorityMark } from '../../../components/marks/priority-mark.tsx';
import { StatusMark } from '../../../components/marks/status-mark.tsx';
import { Tags } from '../../../components/marks/tags.tsx';
import { Time } from '../../../components/marks/time.tsx';
import type { Ticket } from '../../../lib/api-types.ts';
import { SelectCell } from './selection/select-cell.tsx';
import classes from './ticket-table.module.css';

/** One ticket in the list: the subject loud, the rest quiet. */
export function TicketCells({ ticket, isSelectable }: { ticket: Ticket; isSelectable: boolean }) {
  const t = useTranslations('ticket');
  return (
    <>
      {isSelectable && <SelectCell id={ticket.id} number={ticket.number} />}
      <td className={classes.number}>{ticket.number}</td>
      <td className={classes.subject}>
        <div className={classes.line}>
          <Link href={`/tickets/${ticket.id}`} className={classes.open} data-row>
            {ticket.subject}
          </Link>
          <Tags tags={ticket.tags} />
          {ticket.preview && <span className={classes.preview}>{ticket.preview}</span>}
        </div>
      </td>
      <td className={classes.status}>
        <StatusMark status={ticket.status} />
      </td>
      <td className={classes.priority}>
        <PriorityMark priority={ticket.priority} />
      </td>
      <td className={classes.requester}>{ticket.requester?.name}</td>
      <td className={classes.assignee}>
        {ticket.assignee ? <Avatar name={ticket.assignee.name} title={ticket.assignee.name} /> : <NoAvatar title={t('nobody')} />}
      </td>
      <td className={classes.updated}>
        <Time at={ticket.updatedAt} />
      </td>
    </>
  );
}
