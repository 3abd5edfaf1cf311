import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FilterChip } from './filter-chip.tsx';
import classes from './filter-bar.module.css';

interface ChoiceFilterProps {
  name: 'status' | 'priority';
  label: string;
  /** A comma list. */
  chosen: string | undefined;
  choices: readonly { value: string; word: string; mark: ReactNode }[];
}

/** A filter of several choices. */
export function ChoiceFilter({ name, label, chosen = '', choices }: ChoiceFilterProps) {
  const t = useTranslations('tickets.filter');
  const isChosen = (value: string) => chosen.split(',').includes(value);
  const words = choices.filter(({ value }) => isChosen(value)).map(({ word }) => word);
  return (
    <FilterChip label={label} value={words.join(', ')} apply={t('apply')}>
      {choices.map(({ value, mark }) => (
        <label key={value} className={classes.choice}>
          <input type="checkbox" name={name} value={value} defaultChecked={isChosen(value)} />
          {mark}
        </label>
      ))}
    </FilterChip>
  );
}
