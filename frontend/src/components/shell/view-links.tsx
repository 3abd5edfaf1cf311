'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { Link } from '../link.tsx';
import classes from './nav-link.module.css';

interface ViewLink {
  id: string;
  label: string;
  count: number | null | undefined;
  icon: ReactNode;
}

interface ViewLinksProps {
  views: readonly ViewLink[];
  label: string;
  countLabel: string;
  /** Counted no further. */
  most: number;
}

/** The views of the tickets, each with how many stand in it. */
export function ViewLinks({ views, label, countLabel, most }: ViewLinksProps) {
  const path = usePathname();
  const shown = useSearchParams().get('view');
  return (
    <nav aria-label={label} className={classes.views}>
      <p className={classes.heading}>{label}</p>
      {views.map(({ id, label: name, count, icon }) => (
        <Link key={id} href={`/tickets?view=${id}`} className={classes.link} {...(path === '/tickets' && shown === id && { 'aria-current': 'page' })}>
          {icon}
          <span className={classes.name}>{name}</span>
          {typeof count === 'number' && (
            <span className={classes.count}>
              {count < most ? count : `${most - 1}+`}
              <span className="visually-hidden"> {countLabel}</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
