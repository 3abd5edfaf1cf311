import { useTranslations } from 'next-intl';
import { Link } from '../../../../components/link.tsx';
import type { Ticket, TimelineEntry, TimelinePage } from '../../../../lib/api-types.ts';
import { Change } from './change.tsx';
import { Message } from './message.tsx';
import classes from './ticket.module.css';

interface TimelineProps {
  timeline: TimelinePage;
  ticket: Ticket;
  /** True on a page of older entries. */
  isEarlier: boolean;
}

/** Conversation and history in one, oldest first. */
export function Timeline({ timeline, ticket, isEarlier }: TimelineProps) {
  const t = useTranslations('ticket');
  const here = `/tickets/${ticket.id}`;
  return (
    <section className={classes.timeline} aria-label={t('conversation')}>
      {timeline.nextCursor && (
        <Link href={`${here}?before=${encodeURIComponent(timeline.nextCursor)}`} className={classes.earlier}>
          {t('earlier')}
        </Link>
      )}
      {timeline.items.length === 0 && <p className={classes.nothing}>{t('noMessages')}</p>}
      <ol>
        {timeline.items.filter(isTold).toReversed().map((entry) => (
          <li key={entry.id}>
            {entry.type === 'message' ? <Message entry={entry} requester={ticket.requester} /> : <Change entry={entry} />}
          </li>
        ))}
      </ol>
      {isEarlier && (
        <Link href={here} className={classes.earlier}>
          {t('latest')}
        </Link>
      )}
    </section>
  );
}

/** That a ticket's status became, or was, merged is told by the merge itself. */
function isTold({ field, from, to }: TimelineEntry): boolean {
  return field !== 'status' || (from !== 'merged' && to !== 'merged');
}
