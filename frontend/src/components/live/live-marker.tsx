'use client';

import type { LiveState } from '../../lib/realtime.ts';
import { useLiveState } from './live-provider.tsx';
import classes from './live.module.css';

/** A small word on whether the page follows what others do. Without JavaScript it does not, and says nothing. */
export function LiveMarker({ words }: { words: Record<LiveState, string> }) {
  const state = useLiveState();
  return (
    <span className={`${classes.marker} with-script`} data-state={state} role="status">
      <span className={classes.dot} aria-hidden />
      <span className={classes.word}>{words[state]}</span>
    </span>
  );
}
