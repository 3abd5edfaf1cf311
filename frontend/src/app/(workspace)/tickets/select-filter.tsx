import { useTranslations } from 'next-intl';
import { FilterChip } from './filter-chip.tsx';
import classes from './filter-bar.module.css';

interface SelectFilterProps {
  name: 'assignee' | 'tag';
  label: string;
  value: string | undefined;
  /** The words for no choice. */
  any: string;
  /** `word` where the closed filter says it in another way than the list. */
  options: readonly { value: string; label: string; word?: string }[];
}

/** A filter of one choice. */
export function SelectFilter({ name, label, value = '', any, options }: SelectFilterProps) {
  const t = useTranslations('tickets.filter');
  const chosen = options.find((one) => one.value === value);
  return (
    <FilterChip label={label} value={chosen?.word ?? chosen?.label ?? ''} apply={t('apply')}>
      <select name={name} defaultValue={value} aria-label={label} className={classes.input}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FilterChip>
  );
}
