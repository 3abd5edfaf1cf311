import { useTranslations } from 'next-intl';
import { EmptyState } from '../../../components/empty-state.tsx';
import { SteadyRows } from '../../../components/live/steady-rows.tsx';
import type { Ticket } from '../../../lib/api-types.ts';
import { isFiltered, listHref, type TicketFilters } from './filters.ts';
import { SelectHead } from './selection/select-cell.tsx';
import { SortLink } from './sort-link.tsx';
import { TicketCells } from './ticket-cells.tsx';
import classes from './ticket-table.module.css';

interface TicketTableProps {
  tickets: readonly Ticket[];
  filters: TicketFilters;
  mayCreate: boolean;
  /** True where tickets can be taken into a selection. */
  isSelectable: boolean;
}

export function TicketTable({ tickets, filters, mayCreate, isSelectable }: TicketTableProps) {
  const t = useTranslations('tickets');
  if (tickets.length === 0) {
    if (isFiltered(filters) || filters.values.view) return <EmptyState title={t('noneFound')} text={t('noneFoundText')} action={{ href: '/tickets', label: t('clear') }} />;
    return <EmptyState title={t('empty')} text={t('emptyText')} {...(mayCreate && { action: { href: '/tickets/new', label: t('new') } })} />;
  }
  const head = (
    <thead>
      <tr>
        {isSelectable && <SelectHead />}
        <SortLink filters={filters} field="number" label={t('column.number')} className={classes.number} />
        <th scope="col" className={classes.subject}>
          {t('column.subject')}
        </th>
        <th scope="col" className={classes.status}>
          {t('column.status')}
        </th>
        <SortLink filters={filters} field="priority" label={t('column.priority')} className={classes.priority} />
        <th scope="col" className={classes.requester}>
          {t('column.requester')}
        </th>
        <th scope="col" className={classes.assignee}>
          <span className="visually-hidden">{t('column.assignee')}</span>
        </th>
        <SortLink filters={filters} field="updatedAt" label={t('column.updated')} className={classes.updated} />
      </tr>
    </thead>
  );
  const rows = tickets.map((ticket) => ({ id: ticket.id, content: <TicketCells ticket={ticket} isSelectable={isSelectable} /> }));
  const view = listHref(filters, { cursor: filters.cursor });
  return (
    <div className={classes.table}>
      <SteadyRows rows={rows} view={view} pill={{ new: t('pill.new'), moved: t('pill.moved') }} label={t('table')} head={head} />
    </div>
  );
}
