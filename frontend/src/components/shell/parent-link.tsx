import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from '../link.tsx';
import classes from './page-header.module.css';

/** The way to the page above. */
export function ParentLink({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} className={classes.parent}>
      <IconChevronLeft size={18} stroke={1.6} aria-hidden />
      <span>{label}</span>
    </Link>
  );
}
