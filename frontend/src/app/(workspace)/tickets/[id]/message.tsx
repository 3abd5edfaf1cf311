import { useTranslations } from 'next-intl';
import { AttachmentList } from '../../../../components/files/attachment-list.tsx';
import { Link } from '../../../../components/link.tsx';
import { Avatar } from '../../../../components/marks/avatar.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import type { Ticket, TimelineEntry } from '../../../../lib/api-types.ts';
import { BodyText } from './body-text.tsx';
import classes from './ticket.module.css';

/** A reply or a note; a note stands on a ground of its own. */
export function Message({ entry, requester }: { entry: TimelineEntry; requester: Ticket['requester'] }) {
  const t = useTranslations('ticket');
  const relations = useTranslations('relations');
  const name = entry.author.name ?? t('system');
  const kind = () => {
    if (entry.kind === 'note') return t('internalNote');
    return entry.author.type === 'user' && requester ? t('to', { name: requester.name }) : '';
  };
  return (
    <article id={`message-${entry.id}`} className={classes.message} data-kind={entry.kind} aria-label={t('messageBy', { name })}>
      <Avatar name={name} size={28} />
      <div className={classes.body}>
        <p className={classes.by}>
          <strong>{name}</strong> <span>{kind()}</span> <Time at={entry.at} isProse />
          {entry.ticket && (
            <Link href={`/tickets/${entry.ticket.id}`} className={classes.origin}>
              {relations('from', { number: entry.ticket.number })}
            </Link>
          )}
        </p>
        <div className={classes.text}>
          <BodyText text={entry.body ?? ''} mentions={entry.mentions} />
        </div>
        <AttachmentList attachments={entry.attachments} />
      </div>
    </article>
  );
}
