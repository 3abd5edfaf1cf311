import { TICKET_PRIORITIES, TICKET_STATUSES } from '@kontor/contracts/tickets';
import type { ViewLayout } from '@kontor/contracts/ticket-views';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '../../../components/link.tsx';
import { PriorityMark } from '../../../components/marks/priority-mark.tsx';
import { StatusMark } from '../../../components/marks/status-mark.tsx';
import type { Member, TagCount } from '../../../lib/api-types.ts';
import { AssigneeFilter } from './assignee-filter.tsx';
import { ChoiceFilter } from './choice-filter.tsx';
import { DateFilter } from './date-filter.tsx';
import { FilterForm } from './filter-form.tsx';
import { isFiltered, listHref, type TicketFilters } from './filters.ts';
import { LayoutLinks } from './layout-links.tsx';
import { SearchBox } from './search-box.tsx';
import { SelectFilter } from './select-filter.tsx';
import classes from './filter-bar.module.css';

interface FilterBarProps {
  filters: TicketFilters;
  members: readonly Member[];
  tags: readonly TagCount[];
  count: number | undefined;
  userId: string;
  layout: ViewLayout;
  /** What stands behind the filters: how to nest and to save them. */
  children?: ReactNode;
}

/** What the form hands on as it came. */
const KEPT = ['view', 'layout', 'filter', 'requester', 'company'] as const;

/** The list's filters as one plain form: it works by itself, and with JavaScript makes tidy addresses. */
export function FilterBar({ filters, members, tags, count, userId, layout, children }: FilterBarProps) {
  const t = useTranslations('tickets');
  const status = useTranslations('ticket.status');
  const priority = useTranslations('ticket.priority');
  const { values } = filters;
  const statuses = TICKET_STATUSES.map((value) => ({ value, word: status(value), mark: <StatusMark status={value} /> }));
  const priorities = TICKET_PRIORITIES.toReversed().map((value) => ({
    value,
    word: priority(value),
    mark: <PriorityMark priority={value} withWord />,
  }));
  // A link may hold a tag that no ticket bears any more.
  const isKnown = !values.tag || tags.some(({ tag }) => tag === values.tag);
  const listed = isKnown ? tags : [...tags, { tag: values.tag ?? '', count: 0 }];
  const tagOptions = listed.map(({ tag, count: uses }) => ({ value: tag, label: `${tag} (${uses})`, word: tag }));
  return (
    <FilterForm key={listHref(filters)} className={classes.bar} label={t('filter.label')}>
      {KEPT.map((name) => values[name] && <input key={name} type="hidden" name={name} value={values[name]} />)}
      {filters.sort !== filters.usualSort && <input type="hidden" name="sort" value={filters.sort} />}
      <SearchBox value={values.q} />
      <div className={classes.chips}>
        <ChoiceFilter name="status" label={t('column.status')} chosen={values.status} choices={statuses} />
        <ChoiceFilter name="priority" label={t('column.priority')} chosen={values.priority} choices={priorities} />
        <AssigneeFilter value={values.assignee} members={members} userId={userId} />
        <SelectFilter name="tag" label={t('filter.tag')} value={values.tag} any={t('filter.any')} options={tagOptions} />
        <DateFilter filters={filters} />
        {children}
      </div>
      {isFiltered(filters) && (
        <Link href={values.view ? `/tickets?view=${values.view}` : '/tickets'} className={classes.clear}>
          {t('clear')}
        </Link>
      )}
      <div className={classes.end}>
        {count !== undefined && <p className={classes.count}>{t('count', { count })}</p>}
        <LayoutLinks filters={filters} layout={layout} />
      </div>
    </FilterForm>
  );
}
