'use client';

import { IconAlertTriangle } from '@tabler/icons-react';
import { useLiveState } from './live-provider.tsx';
import classes from './live.module.css';

/** Another tab has switched the workspace: this one must not pretend to be current, and keeps what is being typed. */
export function SwitchedNotice({ text, reload }: { text: string; reload: string }) {
  if (useLiveState() !== 'switched') return null;
  return (
    <div role="alert" className={classes.notice}>
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      <span>{text}</span>
      {/* A full load: everything on the page belongs to the other workspace. */}
      <a href="/" className={classes.way}>
        {reload}
      </a>
    </div>
  );
}
