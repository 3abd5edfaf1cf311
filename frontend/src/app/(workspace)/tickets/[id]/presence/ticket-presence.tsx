'use client';

import type { Presence } from '@kontor/contracts/realtime';
import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useLiveClient } from '../../../../../components/live/live-provider.tsx';

/** Typing is said again while it lasts, and no more often than this. */
const SAY_MS = 3_000;

type Say = (state: 'looking' | 'typing') => void;

const OthersContext = createContext<readonly Presence[]>([]);
const SayContext = createContext<Say>(() => undefined);

/** Who else is at the ticket right now. */
export function useOthers(): readonly Presence[] {
  return use(OthersContext);
}

export function useSay(): Say {
  return use(SayContext);
}

/** Is at the ticket while its page is open and looked at. */
export function TicketPresence({ ticketId, children }: { ticketId: string; children: ReactNode }) {
  const client = useLiveClient();
  const [others, setOthers] = useState<readonly Presence[]>([]);
  const [isVisible, setVisible] = useState(true);
  const saying = useRef<Say>(() => undefined);
  const saidAt = useRef(-Infinity);

  useEffect(() => {
    const look = () => setVisible(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);

  useEffect(() => {
    if (!client || !isVisible) return;
    const attending = client.attend(`tickets/${ticketId}`, setOthers);
    saying.current = attending.say;
    return () => {
      saying.current = () => undefined;
      attending.leave();
      setOthers([]);
    };
  }, [client, isVisible, ticketId]);

  const say = useCallback<Say>((state) => {
    const now = performance.now();
    if (now - saidAt.current < SAY_MS) return;
    saidAt.current = now;
    saying.current(state);
  }, []);

  return (
    <SayContext value={say}>
      <OthersContext value={others}>{children}</OthersContext>
    </SayContext>
  );
}
