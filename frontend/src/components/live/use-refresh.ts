'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';
import { Pace } from './pace.ts';

/** Renders the page anew: at once, or when the pace allows it for all calls until then; in a hidden tab when it is looked at. */
export function useRefresh(): () => void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef(false);
  const pace = useRef<Pace>(undefined);

  const refresh = useCallback(() => {
    const own = (pace.current ??= new Pace());
    const render = () => {
      timer.current = undefined;
      if (!waiting.current || document.hidden) return;
      const wait = own.wait(performance.now());
      if (wait > 0) {
        timer.current = setTimeout(render, wait);
        return;
      }
      waiting.current = false;
      own.take(performance.now());
      router.refresh();
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
