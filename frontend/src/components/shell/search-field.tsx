import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Link } from '../link.tsx';
import classes from './search-field.module.css';

/** To whatever has these words, or to a ticket by its number; beside it the way into the palette. */
export function SearchField({ query }: { query?: string | undefined }) {
  const t = useTranslations('search');
  return (
    <>
      <form action="/search" method="get" role="search" aria-label={t('placeholder')} className={classes.field}>
        <IconSearch size={15} stroke={1.6} aria-hidden />
        <input type="search" name="q" defaultValue={query} key={query} placeholder={t('placeholder')} aria-label={t('title')} data-key="/" autoComplete="off" maxLength={200} />
        <button type="button" className={`${classes.keys} with-script`} data-palette aria-label={t('palette')} aria-keyshortcuts="Control+K Meta+K">
          <kbd aria-hidden>{t('paletteKeys')}</kbd>
        </button>
      </form>
      <Link href="/search" className={classes.phone} aria-label={t('title')}>
        <IconSearch size={18} stroke={1.6} aria-hidden />
      </Link>
    </>
  );
}
