import { TICKET_PRIORITIES, type TicketPriority } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import classes from './marks.module.css';

const HEIGHTS = [5, 7, 9, 12] as const;

/** Four bars, as many of them filled as it is pressing. */
export function PriorityMark({ priority, withWord = false, isDecoration = false }: { priority: TicketPriority; withWord?: boolean; isDecoration?: boolean }) {
  const t = useTranslations('ticket.priority');
  const level = TICKET_PRIORITIES.indexOf(priority);
  const word = t(priority);
  const isSpoken = !withWord && !isDecoration;
  return (
    <span className={classes.priority} data-priority={priority} title={isSpoken ? word : undefined}>
      <span className={classes.bars} {...(isSpoken ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true })}>
        {HEIGHTS.map((height, index) => (
          <span key={height} className={classes.bar} data-on={index <= level || undefined} style={{ height }} />
        ))}
      </span>
      {withWord && word}
    </span>
  );
}
