'use client';

import { useEffect, useEffectEvent, useState, type RefObject } from 'react';

/** Holds the form back while files are on their way, and sends it once all are there. True while it waits. */
export function useLateSubmit(inside: RefObject<HTMLElement | null>, isSending: boolean, hasRefusal: boolean): boolean {
  const [isWaiting, setIsWaiting] = useState(false);
  const onSubmit = useEffectEvent((event: SubmitEvent) => {
    if (!isSending) return setIsWaiting(false);
    event.preventDefault();
    event.stopImmediatePropagation();
    setIsWaiting(true);
  });

  useEffect(() => {
    const form = inside.current?.closest('form');
    form?.addEventListener('submit', onSubmit, { capture: true });
    return () => form?.removeEventListener('submit', onSubmit, { capture: true });
  }, [inside]);

  // One that was refused is the writer's to decide about.
  if (isWaiting && !isSending && hasRefusal) setIsWaiting(false);
  const isReady = isWaiting && !isSending && !hasRefusal;
  useEffect(() => {
    if (isReady) inside.current?.closest('form')?.requestSubmit();
  }, [isReady, inside]);
  return isWaiting && isSending;
}
