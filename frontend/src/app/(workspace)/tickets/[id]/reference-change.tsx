import { IconArrowFork, IconArrowMerge, IconLink } from '@tabler/icons-react';
import type { TicketReference } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import { Link } from '../../../../components/link.tsx';
import { Time } from '../../../../components/marks/time.tsx';
import type { TimelineEntry } from '../../../../lib/api-types.ts';
import classes from './ticket.module.css';

const ICONS: Record<TicketReference, typeof IconLink> = {
  merged_into: IconArrowMerge,
  merged_from: IconArrowMerge,
  split_into: IconArrowFork,
  split_from: IconArrowFork,
  parent: IconLink,
  child: IconLink,
  duplicate_of: IconLink,
  duplicated_by: IconLink,
  related: IconLink,
};

/** One line of history that speaks of another ticket; one that the reader may not see is told without its number. */
export function ReferenceChange({ entry, field }: { entry: TimelineEntry; field: TicketReference }) {
  const t = useTranslations('relations');
  const system = useTranslations('ticket')('system');
  const { ticket } = entry;
  const Icon = ICONS[field];
  const other = () =>
    ticket ? (
      <Link key="other" href={`/tickets/${ticket.id}`} className={classes.other}>
        {ticket.number}
      </Link>
    ) : (
      t('another')
    );
  return (
    <p className={classes.change}>
      <Icon size={15} stroke={1.6} aria-hidden />
      <span>
        {t.rich(entry.to === null ? `change.${field}Removed` : `change.${field}`, { who: entry.author.name ?? system, other })} ·{' '}
        <Time at={entry.at} isProse />
      </span>
    </p>
  );
}
