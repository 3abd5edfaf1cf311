import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import theme from '../theme.module.css';
import classes from './search-form.module.css';

interface SearchFormProps {
  /** Where it looks; the page's own address by default. */
  action?: string;
  label: string;
  button: string;
  q: string;
  isFocused?: boolean;
  /** What goes along. */
  children?: ReactNode;
}

/** Words and a button: a plain form whose state is the address. */
export function SearchForm({ action, label, button, q, isFocused, children }: SearchFormProps) {
  return (
    <form role="search" action={action} aria-label={label} className={classes.search}>
      {children}
      <IconSearch size={15} stroke={1.6} aria-hidden />
      <input key={q} type="search" name="q" defaultValue={q} maxLength={200} aria-label={label} placeholder={label} autoComplete="off" dir="auto" autoFocus={isFocused} />
      <button type="submit" className={theme.button} data-variant="default">
        {button}
      </button>
    </form>
  );
}
