import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import theme from '../../../components/theme.module.css';
import classes from './filter-bar.module.css';

interface FilterChipProps {
  label: string;
  /** What is chosen, in words; '' for nothing. */
  value: string;
  apply: string;
  children: ReactNode;
}

/** One filter: closed it says what it holds, open it lets choose. One is open at a time. */
export function FilterChip({ label, value, apply, children }: FilterChipProps) {
  return (
    <details name="filter" className={classes.chip}>
      <summary className={classes.summary} data-set={value ? true : undefined}>
        <span>{label}</span>
        {value && <strong>{value}</strong>}
        <IconChevronDown size={13} stroke={1.75} aria-hidden />
      </summary>
      <div className={classes.panel}>
        {children}
        <button type="submit" className={theme.button} data-variant="default">
          {apply}
        </button>
      </div>
    </details>
  );
}
