import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Link } from '../link.tsx';
import theme from '../theme.module.css';
import classes from './contacts.module.css';

interface ListSearchProps {
  /** The list's own address. */
  action: string;
  label: string;
  q: string;
  /** Whether those that are archived are shown. */
  isArchived: boolean;
}

/** Searches a list by a plain form, and turns to what is archived. */
export function ListSearch({ action, label, q, isArchived }: ListSearchProps) {
  const t = useTranslations('contacts');
  const other = new URLSearchParams({ ...(q && { q }), ...(!isArchived && { archived: 'true' }) }).toString();
  return (
    <div className={classes.bar}>
      <form role="search" action={action} className={classes.search}>
        {isArchived && <input type="hidden" name="archived" value="true" />}
        <IconSearch size={15} stroke={1.6} aria-hidden />
        <input key={q} type="search" name="q" defaultValue={q} maxLength={200} aria-label={label} placeholder={label} autoComplete="off" dir="auto" />
        <button type="submit" className={theme.button} data-variant="default">
          {t('search')}
        </button>
      </form>
      <Link href={other ? `${action}?${other}` : action} className={classes.turn}>
        {t(isArchived ? 'showLive' : 'showArchived')}
      </Link>
    </div>
  );
}
