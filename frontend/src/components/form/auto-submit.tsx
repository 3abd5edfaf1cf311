'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** Sends the surrounding form as soon as one of the choices inside changes; without JavaScript its button does. */
export function AutoSubmit({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    const submit = (event: Event) => (event.target as HTMLInputElement).form?.requestSubmit();
    element?.addEventListener('change', submit);
    return () => element?.removeEventListener('change', submit);
  }, []);
  return <div ref={box}>{children}</div>;
}
