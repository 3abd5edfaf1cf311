'use client';

import { useSyncExternalStore } from 'react';

const KEY = 'tickets';

/** The list that somebody came from, as it stood: what is worked on may leave it or move in it, the way through it stays. */
export interface Trail {
  title: string;
  href: string;
  ids: readonly string[];
}

/** Kept for this window alone. A browser that keeps nothing shows no way through the list. */
export function leaveTrail(trail: Trail): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(trail));
  } catch {
    // Full or forbidden.
  }
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

const never = () => () => undefined;

/** The trail that leads through this ticket; undefined where somebody came another way. */
export function useTrail(id: string): Trail | undefined {
  const text = useSyncExternalStore(never, kept, () => null);
  const trail = text === null ? undefined : (JSON.parse(text) as Trail);
  return trail?.ids.includes(id) ? trail : undefined;
}
