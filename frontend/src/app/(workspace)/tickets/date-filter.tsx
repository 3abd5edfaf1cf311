import { useFormatter, useTranslations } from 'next-intl';
import { FilterChip } from './filter-chip.tsx';
import type { TicketFilters } from './filters.ts';
import classes from './filter-bar.module.css';

/** When a ticket was opened or last changed, in whole days of the reader's zone. */
export function DateFilter({ filters: { values } }: { filters: TicketFilters }) {
  const t = useTranslations('tickets.filter');
  const format = useFormatter();
  const day = (date: string | undefined) =>
    date ? format.dateTime(new Date(`${date}T00:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' }) : '…';
  const span = (after: string | undefined, before: string | undefined) => (after || before ? `${day(after)} – ${day(before)}` : '');
  const shown = [span(values.createdAfter, values.createdBefore), span(values.updatedAfter, values.updatedBefore)].filter(Boolean);
  const fields = ['createdAfter', 'createdBefore', 'updatedAfter', 'updatedBefore'] as const;
  return (
    <FilterChip label={t('date')} value={shown.join(', ')} apply={t('apply')}>
      <div className={classes.dates}>
        {fields.map((name) => (
          <label key={name} className={classes.date}>
            {t(name)}
            <input type="date" name={name} defaultValue={values[name]} className={classes.input} />
          </label>
        ))}
      </div>
    </FilterChip>
  );
}
