'use client';

import type { Channel, EventEnvelope } from '@kontor/contracts/events';
import { usePathname, useRouter } from 'next/navigation';
import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react';
import { followChannels, TokenRefused, type LiveState } from '../../lib/realtime.ts';
import { concerns } from './concerns.ts';
import { useRefresh } from './use-refresh.ts';

const LiveContext = createContext<LiveState>('connecting');

export function useLiveState(): LiveState {
  return use(LiveContext);
}

/** A switch in another tab ends the old session a moment before the browser has the new one. */
const COOKIE_PATIENCE_MS = 1_500;

async function fetchToken(tenantId: string, isLastTry = false): Promise<string> {
  const answer = await fetch(`/live/token?tenant=${tenantId}`, { method: 'POST' });
  if (answer.status === 401) {
    if (isLastTry) throw new TokenRefused('ended');
    await new Promise((wake) => setTimeout(wake, COOKIE_PATIENCE_MS));
    return fetchToken(tenantId, true);
  }
  const body = (await answer.json()) as { token?: string; code?: string };
  if (body.code === 'WRONG_TENANT') throw new TokenRefused('switched');
  if (!body.token) throw new Error(body.code);
  return body.token;
}

interface LiveProviderProps {
  gateway: string;
  tenantId: string;
  userId: string;
  channels: readonly Channel[];
  children: ReactNode;
}

/** Keeps what the pages show up to date: each event that concerns the present page has it rendered anew. */
export function LiveProvider({ gateway, tenantId, userId, channels, children }: LiveProviderProps) {
  const [state, setState] = useState<LiveState>('connecting');
  const refresh = useRefresh();
  const router = useRouter();
  const path = usePathname();
  const latestPath = useRef(path);
  const names = channels.join();

  useEffect(() => {
    latestPath.current = path;
  }, [path]);

  useEffect(() => {
    const receive = (event: EventEnvelope) => {
      if (concerns(latestPath.current, event, userId)) refresh();
    };
    return followChannels({
      gateway,
      channels: names.split(',').filter(Boolean) as Channel[],
      fetchToken: () => fetchToken(tenantId),
      onEvent: receive,
      onResync: refresh,
      onState: setState,
    });
  }, [gateway, names, refresh, tenantId, userId]);

  useEffect(() => {
    // The page then finds no session and shows the sign-in.
    if (state === 'ended') router.refresh();
  }, [state, router]);

  return <LiveContext value={state}>{children}</LiveContext>;
}
