import { TICKET_PRIORITIES, TICKET_STATUSES } from '@kontor/contracts/tickets';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { PriorityMark } from '../../../components/marks/priority-mark.tsx';
import { StatusMark } from '../../../components/marks/status-mark.tsx';
import type { Member, TagCount } from '../../../lib/api-types.ts';
import { DateFilter } from './date-filter.tsx';
import { FilterChip } from './filter-chip.tsx';
import { FilterForm } from './filter-form.tsx';
import { DEFAULT_SORT, listHref, type TicketFilters } from './filters.ts';
import classes from './filter-bar.module.css';

interface FilterBarProps {
  filters: TicketFilters;
  members: readonly Member[];
  tags: readonly TagCount[];
  count: number | undefined;
  userId: string;
}

/** The list's filters as one plain form: it works by itself, and with JavaScript makes tidy addresses. */
export function FilterBar({ filters, members, tags, count, userId }: FilterBarProps) {
  const t = useTranslations('tickets');
  const status = useTranslations('ticket.status');
  const priority = useTranslations('ticket.priority');
  const { values } = filters;
  const chosen = (name: 'status' | 'priority') => values[name]?.split(',') ?? [];
  const assignees = [
    { value: 'me', label: t('filter.me') },
    { value: 'none', label: t('filter.none') },
    ...members.filter((member) => member.id !== userId).map((member) => ({ value: member.id, label: member.name })),
  ];
  return (
    <FilterForm key={listHref(filters)} className={classes.bar} label={t('filter.label')}>
      {filters.sort !== DEFAULT_SORT && <input type="hidden" name="sort" value={filters.sort} />}
      <FilterChip label={t('column.status')} value={chosen('status').map((name) => status(name as 'new')).join(', ')} apply={t('filter.apply')}>
        {TICKET_STATUSES.map((name) => (
          <label key={name} className={classes.choice}>
            <input type="checkbox" name="status" value={name} defaultChecked={chosen('status').includes(name)} />
            <StatusMark status={name} />
          </label>
        ))}
      </FilterChip>
      <FilterChip label={t('column.priority')} value={chosen('priority').map((name) => priority(name as 'low')).join(', ')} apply={t('filter.apply')}>
        {TICKET_PRIORITIES.toReversed().map((name) => (
          <label key={name} className={classes.choice}>
            <input type="checkbox" name="priority" value={name} defaultChecked={chosen('priority').includes(name)} />
            <PriorityMark priority={name} withWord />
          </label>
        ))}
      </FilterChip>
      <FilterChip
        label={t('column.assignee')}
        value={assignees.find((one) => one.value === values.assignee)?.label ?? (values.assignee === userId ? t('filter.me') : '')}
        apply={t('filter.apply')}
      >
        <select name="assignee" defaultValue={values.assignee === userId ? 'me' : (values.assignee ?? '')} aria-label={t('column.assignee')} className={classes.input}>
          <option value="">{t('filter.anyone')}</option>
          {assignees.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      </FilterChip>
      <FilterChip label={t('filter.tag')} value={values.tag ?? ''} apply={t('filter.apply')}>
        <select name="tag" defaultValue={values.tag ?? ''} aria-label={t('filter.tag')} className={classes.input}>
          <option value="">{t('filter.any')}</option>
          {tags.map(({ tag, count: uses }) => (
            <option key={tag} value={tag}>
              {tag} ({uses})
            </option>
          ))}
        </select>
      </FilterChip>
      <DateFilter filters={filters} />
      {values.requester && <input type="hidden" name="requester" value={values.requester} />}
      {Object.keys(values).length > 0 && (
        <Link href="/tickets" className={classes.clear}>
          {t('clear')}
        </Link>
      )}
      {count !== undefined && <p className={classes.count}>{t('count', { count })}</p>}
    </FilterForm>
  );
}
