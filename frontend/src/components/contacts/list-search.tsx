import { useTranslations } from 'next-intl';
import { SearchForm } from '../form/search-form.tsx';
import { Link } from '../link.tsx';
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
      <SearchForm action={action} label={label} button={t('search')} q={q}>
        {isArchived && <input type="hidden" name="archived" value="true" />}
      </SearchForm>
      <Link href={other ? `${action}?${other}` : action} className={classes.turn}>
        {t(isArchived ? 'showLive' : 'showArchived')}
      </Link>
    </div>
  );
}
