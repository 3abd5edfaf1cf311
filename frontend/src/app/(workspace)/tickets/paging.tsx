import { IconArrowRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '../../../components/link-button.tsx';
import { listHref, type TicketFilters } from './filters.ts';
import classes from './ticket-table.module.css';

/** Forward by cursor, back to the start; the browser's own button goes one page back. */
export function Paging({ filters, nextCursor }: { filters: TicketFilters; nextCursor: string | null }) {
  const t = useTranslations('tickets');
  if (!nextCursor && !filters.cursor) return null;
  return (
    <nav className={classes.paging} aria-label={t('pages')}>
      {filters.cursor && <LinkButton href={listHref(filters)}>{t('firstPage')}</LinkButton>}
      {nextCursor && (
        <LinkButton href={listHref(filters, { cursor: nextCursor })}>
          <span className={classes.next}>
            {t('nextPage')} <IconArrowRight size={14} stroke={1.75} aria-hidden />
          </span>
        </LinkButton>
      )}
    </nav>
  );
}
