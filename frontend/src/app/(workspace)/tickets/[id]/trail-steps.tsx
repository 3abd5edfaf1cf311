'use client';

import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { Link } from '../../../../components/link.tsx';
import { ParentLink } from '../../../../components/shell/parent-link.tsx';
import theme from '../../../../components/theme.module.css';
import { useTrail } from '../trail.ts';
import classes from './trail-steps.module.css';

/** The way up: to the list that somebody came from, else to all tickets. */
export function TrailParent({ id, label }: { id: string; label: string }) {
  const trail = useTrail(id);
  return <ParentLink href={trail?.href ?? '/tickets'} label={trail?.title ?? label} />;
}

/** To the tickets before and after this one in the list that somebody came from. */
export function TrailSteps({ id, words }: { id: string; words: Record<'previous' | 'next', string> }) {
  const trail = useTrail(id);
  if (!trail) return null;
  const at = trail.ids.indexOf(id);
  const steps = [
    { to: trail.ids[at - 1], label: words.previous, shortcut: 'k', Icon: IconChevronUp },
    { to: trail.ids[at + 1], label: words.next, shortcut: 'j', Icon: IconChevronDown },
  ];
  return (
    <span className={classes.steps}>
      {steps.map(({ to, label, shortcut, Icon }) => {
        const look = { className: `${theme.button} ${classes.step}`, 'aria-label': label, title: label, 'data-variant': 'default' };
        const sign = <Icon size={15} stroke={1.75} aria-hidden />;
        return to ? (
          <Link key={shortcut} {...look} href={`/tickets/${to}`} data-key={shortcut}>
            {sign}
          </Link>
        ) : (
          <a key={shortcut} {...look} role="link" aria-disabled>
            {sign}
          </a>
        );
      })}
    </span>
  );
}
