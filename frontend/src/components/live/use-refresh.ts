'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';

const GATHER_MS = 200;

/** Renders the page anew, at once and then once for all calls that follow shortly; in a hidden tab when it is looked at. */
export function useRefresh(): () => void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef(false);

  const refresh = useCallback(() => {
    const render = () => {
      timer.current = undefined;
      if (!waiting.current || document.hidden) return;
      waiting.current = false;
      router.refresh();
      timer.current = setTimeout(render, GATHER_MS);
    };
    waiting.current = true;
    if (!timer.current) render();
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
