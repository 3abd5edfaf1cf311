import type { ReactNode } from 'react';
import form from './form/form.module.css';
import { Link } from './link.tsx';
import theme from './theme.module.css';
import classes from './link-button.module.css';

interface LinkButtonProps {
  href: string;
  children: ReactNode;
  variant?: 'filled' | 'default' | 'subtle';
  icon?: ReactNode;
  /** The key that follows it, shown in it. */
  shortcut?: string;
}

/** A link that looks like the buttons beside it; it needs none of their script. */
export function LinkButton({ href, children, variant = 'default', icon, shortcut }: LinkButtonProps) {
  return (
    <Link href={href} className={`${theme.button} ${classes.link}`} data-variant={variant} data-key={shortcut}>
      {icon}
      <span>{children}</span>
      {shortcut && <kbd className={`${form.key} with-script`}>{shortcut.toUpperCase()}</kbd>}
    </Link>
  );
}
