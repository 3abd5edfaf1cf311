import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './filter-bar.module.css';

/** Words that the tickets of this list have. */
export function SearchBox({ value }: { value: string | undefined }) {
  const t = useTranslations('views');
  return (
    <span className={classes.search}>
      <IconSearch size={14} stroke={1.6} aria-hidden />
      <input type="search" name="q" defaultValue={value} maxLength={200} placeholder={t('search')} aria-label={t('search')} autoComplete="off" />
    </span>
  );
}
