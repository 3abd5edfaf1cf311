import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './ticket-jump.module.css';

/** To a ticket by its number. */
export function TicketJump() {
  const t = useTranslations('nav');
  return (
    <form action="/tickets" method="get" role="search" className={classes.jump}>
      <IconSearch size={15} stroke={1.6} aria-hidden />
      <input type="text" inputMode="numeric" pattern="[0-9]*" name="number" placeholder={t('jump')} aria-label={t('jump')} data-key="/" autoComplete="off" />
      <kbd className="with-script" aria-hidden>
        /
      </kbd>
    </form>
  );
}
