'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';

const GATHER_MS = 120;

/** Renders the page anew, once for many calls that come together; in a hidden tab when it is looked at again. */
export function useRefresh(): () => void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef(false);

  const refresh = useCallback(() => {
    waiting.current = true;
    if (document.hidden || timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      waiting.current = false;
      router.refresh();
    }, GATHER_MS);
  }, [router]);

  useEffect(() => {
    const look = () => {
      if (!document.hidden && waiting.current) refresh();
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [refresh]);

  return refresh;
}
