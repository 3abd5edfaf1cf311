'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { Link } from '../../../components/link.tsx';
import classes from './settings.module.css';

/** `isFirst` is the page at the top of all others: what lies below it is not part of it. */
export function SectionLink({ href, isFirst, children }: { href: string; isFirst: boolean; children: ReactNode }) {
  const path = usePathname();
  const isHere = path === href || (!isFirst && path.startsWith(`${href}/`));
  return (
    <Link href={href} className={classes.section} {...(isHere && { 'aria-current': 'page' })}>
      {children}
    </Link>
  );
}
