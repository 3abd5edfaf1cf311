import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '../../../components/link.tsx';
import { listHref, type Sort, type TicketFilters } from './filters.ts';
import classes from './ticket-table.module.css';

interface SortLinkProps {
  filters: TicketFilters;
  field: 'number' | 'priority' | 'updatedAt';
  label: string;
  className?: string | undefined;
}

/** A column's head: the first press puts the highest on top, the next one turns it round. */
export function SortLink({ filters, field, label, className }: SortLinkProps) {
  const down: Sort = `-${field}`;
  const isDown = filters.sort === down;
  const isUp = filters.sort === field;
  const Arrow = isUp ? IconArrowUp : IconArrowDown;
  return (
    <th scope="col" className={className} {...((isDown || isUp) && { 'aria-sort': isDown ? 'descending' : 'ascending' })}>
      <Link href={listHref(filters, { sort: isDown ? field : down })} className={classes.sort}>
        {label}
        {(isDown || isUp) && <Arrow size={13} stroke={1.75} aria-hidden />}
      </Link>
    </th>
  );
}
