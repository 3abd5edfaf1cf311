import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import classes from './header-menu.module.css';

/** What can be done on a page besides its main action: beside that where there is room, else in a menu. */
export function HeaderMenu({ children }: { children: ReactNode }) {
  const t = useTranslations('nav');
  return (
    <>
      <button type="button" popoverTarget="more" className={classes.open} aria-label={t('more')}>
        <IconDots size={18} stroke={1.6} aria-hidden />
      </button>
      <div id="more" popover="auto" className={classes.actions}>
        {children}
      </div>
    </>
  );
}
