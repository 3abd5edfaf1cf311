import { IconMenu2 } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { isValidElement, type ReactElement, type ReactNode } from 'react';
import { LiveMarker } from '../live/live-marker.tsx';
import { Bell } from './bell.tsx';
import { ParentLink } from './parent-link.tsx';
import { SearchField } from './search-field.tsx';
import classes from './page-header.module.css';

interface PageHeaderProps {
  title: ReactNode;
  /** The page above this one, or the link to it. */
  parent?: { href: string; label: string } | ReactElement;
  /** False where the page's own heading stands further down. */
  isHeading?: boolean;
  /** What the field for searching holds. */
  query?: string;
  children?: ReactNode;
}

/** Where I am, what is live, and the one main action. */
export function PageHeader({ title, parent, isHeading = true, query, children }: PageHeaderProps) {
  const t = useTranslations('nav');
  const live = useTranslations('live');
  const words = {
    connecting: live('connecting'),
    live: live('live'),
    reconnecting: live('reconnecting'),
    offline: live('offline'),
    ended: live('ended'),
    switched: live('switched'),
  };
  const Title = isHeading ? 'h1' : 'p';
  return (
    <header className={classes.top}>
      <button type="button" popoverTarget="menu" className={classes.burger} aria-label={t('open')}>
        <IconMenu2 size={18} stroke={1.6} aria-hidden />
      </button>
      <div className={classes.where}>
        {parent && (
          <>
            {isValidElement(parent) ? parent : <ParentLink {...parent} />}
            <span className={classes.slash} aria-hidden>
              /
            </span>
          </>
        )}
        <Title className={classes.title}>{title}</Title>
      </div>
      <LiveMarker words={words} />
      <SearchField query={query} />
      <Bell />
      {children}
    </header>
  );
}
