'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Link } from '../link.tsx';
import classes from './nav-link.module.css';

interface NavLinkProps {
  href: string;
  label: string;
  icon: ReactNode;
  /** True where pages below this one are not part of it. */
  exact?: boolean;
  /** Other pages that are part of it. */
  also?: string;
  count?: number | undefined;
  /** What is counted. */
  countLabel?: string;
}

export function NavLink({ href, label, icon, exact = false, also, count, countLabel }: NavLinkProps) {
  const path = usePathname();
  const isHere = path === href || (!exact && path.startsWith(`${href}/`)) || (also !== undefined && path.startsWith(also));
  return (
    <Link href={href} className={classes.link} {...(isHere && { 'aria-current': 'page' })}>
      {icon}
      <span>{label}</span>
      {count !== undefined && (
        <span className={classes.count}>
          {count}
          <span className="visually-hidden"> {countLabel}</span>
        </span>
      )}
    </Link>
  );
}
