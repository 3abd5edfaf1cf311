import { IconLayoutKanban, IconList } from '@tabler/icons-react';
import type { ViewLayout } from '@kontor/contracts/ticket-views';
import { useTranslations } from 'next-intl';
import { Link } from '../../../components/link.tsx';
import { listHref, type TicketFilters } from './filters.ts';
import classes from './filter-bar.module.css';

const ICONS = { list: IconList, board: IconLayoutKanban };

/** The same tickets as a list or as a board. */
export function LayoutLinks({ filters, layout }: { filters: TicketFilters; layout: ViewLayout }) {
  const t = useTranslations('views');
  return (
    <span role="group" aria-label={t('layout')} className={classes.layouts}>
      {(['list', 'board'] as const).map((one) => {
        const Icon = ICONS[one];
        return (
          <Link key={one} href={listHref(filters, { layout: one })} className={classes.layout} aria-current={one === layout || undefined}>
            <Icon size={15} stroke={1.6} aria-hidden />
            {t(one)}
          </Link>
        );
      })}
    </span>
  );
}
