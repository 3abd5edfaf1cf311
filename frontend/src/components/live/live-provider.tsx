'use client';

import { RealtimeClient } from '@kontor/client/realtime';
import type { Channel, EventEnvelope } from '@kontor/contracts/events';
import { usePathname, useRouter } from 'next/navigation';
import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react';
import { fetchToken, refusedState, type LiveState } from '../../lib/realtime.ts';
import { concerns } from './concerns.ts';
import { useRefresh } from './use-refresh.ts';

const LiveContext = createContext<LiveState>('connecting');
const ClientContext = createContext<RealtimeClient | null>(null);

/** The page's one connection; null before it is made. */
export function useLiveClient(): RealtimeClient | null {
  return use(ClientContext);
}

export function useLiveState(): LiveState {
  return use(LiveContext);
}

interface LiveProviderProps {
  gateway: string;
  tenantId: string;
  userId: string;
  channels: readonly Channel[];
  children: ReactNode;
}

/** Channels that begin together come within this time, and are one reason to render. */
const TOGETHER_MS = 50;

/** Keeps what the pages show up to date: each event that concerns the present page has it rendered anew. */
export function LiveProvider({ gateway, tenantId, userId, channels, children }: LiveProviderProps) {
  const [state, setState] = useState<LiveState>('connecting');
  const [client, setClient] = useState<RealtimeClient | null>(null);
  const refresh = useRefresh();
  const router = useRouter();
  const path = usePathname();
  const latestPath = useRef(path);
  const names = channels.join();

  useEffect(() => {
    latestPath.current = path;
  }, [path]);

  useEffect(() => {
    const onEvent = (event: EventEnvelope) => {
      if (concerns(latestPath.current, event, userId)) refresh();
    };
    let resyncing: ReturnType<typeof setTimeout> | undefined;
    const onResync = () => {
      clearTimeout(resyncing);
      resyncing = setTimeout(refresh, TOGETHER_MS);
    };
    const connection = new RealtimeClient({
      baseUrl: gateway,
      token: () => fetchToken(tenantId),
      io: async (url, socketOptions) => (await import('socket.io-client')).io(url, socketOptions),
      onState: (next, cause) => {
        setState(next === 'refused' ? refusedState(cause) : next);
        if (next === 'live') setClient(connection);
      },
    });
    for (const channel of names.split(',').filter(Boolean)) connection.subscribe(channel as Channel, { onEvent, onResync });
    const wake = () => connection.connect();
    window.addEventListener('online', wake);
    connection.connect();
    return () => {
      window.removeEventListener('online', wake);
      clearTimeout(resyncing);
      connection.close();
    };
  }, [gateway, names, refresh, tenantId, userId]);

  useEffect(() => {
    // The page then finds no session and shows the sign-in.
    if (state === 'ended') router.refresh();
  }, [state, router]);

  return (
    <ClientContext value={client}>
      <LiveContext value={state}>{children}</LiveContext>
    </ClientContext>
  );
}
