import { IconFilterPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Link } from '../../../components/link.tsx';
import type { Session } from '../../../lib/api-types.ts';
import { isFiltered, listHref, type TicketFilters } from './filters.ts';
import { isDefaultView } from './view-of.ts';
import classes from './filter-bar.module.css';

/** From the filters of the address to nested ones, and to a saved view. */
export function ViewActions({ filters, session }: { filters: TicketFilters; session: Session }) {
  const t = useTranslations('views');
  const { view, q } = filters.values;
  const query = listHref(filters).split('?')[1];
  const at = (path: string) => (query ? `${path}?${query}` : path);
  const maySave = session.permissions.includes('ticket-view:write');
  return (
    <>
      <Link href={at('/tickets/filter')} className={classes.action}>
        <IconFilterPlus size={14} stroke={1.6} aria-hidden />
        {filters.values.filter ? t('refine') : t('filter')}
      </Link>
      {maySave && !q && isFiltered(filters) && (
        <Link href={at('/tickets/views/new')} className={classes.clear}>
          {t('save')}
        </Link>
      )}
      {maySave && view !== undefined && !isDefaultView(view) && (
        <Link href={at(`/tickets/views/${view}`)} className={classes.clear}>
          {t('edit')}
        </Link>
      )}
    </>
  );
}
