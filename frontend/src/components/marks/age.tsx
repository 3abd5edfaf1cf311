'use client';

import { useEffect, useState } from 'react';
import { ageText, agoText } from './age-text.ts';

const TICK_MS = 30_000;

interface AgeProps {
  at: string;
  locale: string;
  timeZone: string;
  /** The exact time. */
  title: string;
  /** True inside a sentence. */
  isProse: boolean;
}

export function Age({ at, locale, timeZone, title, isProse }: AgeProps) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  // The server's minute may be over when the browser takes the page up.
  return (
    <time dateTime={at} title={title} suppressHydrationWarning>
      {(isProse ? agoText : ageText)(new Date(at), now, locale, timeZone)}
    </time>
  );
}
