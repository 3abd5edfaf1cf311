'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import classes from './progress.module.css';

/** The link of ours that this click follows in this very tab, if any. */
function followed(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const link = isPlain ? (event.target as Element).closest<HTMLAnchorElement>('a[href]') : null;
  return link && link.origin === location.origin && link.href !== location.href && !link.hash ? link : null;
}

/**
 * A thin line on top while the next page is on its way. A skeleton in its place would need a script to be replaced, and
 * would turn every 404 into a 200: pages are sent whole.
 */
export function Progress() {
  const here = `${usePathname()}?${useSearchParams().toString()}`;
  const [leaving, setLeaving] = useState<string>();

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (followed(event)) setLeaving(here);
    };
    document.addEventListener('click', onClick, true);
    return () => document.removeEventListener('click', onClick, true);
  }, [here]);

  return leaving === here ? <div className={classes.progress} role="presentation" /> : null;
}
