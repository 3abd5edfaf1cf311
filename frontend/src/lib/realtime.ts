import { TokenRefused } from '@kontor/client/realtime';

/** What the marker says. `ended`: the session is over. `switched`: it is now of another workspace than the page. */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'ended' | 'switched';

/** The session is now of another workspace than the page. */
class TenantSwitched extends TokenRefused {}

/** A switch in another tab ends the old session a moment before the browser has the new one. */
const COOKIE_PATIENCE_MS = 1_500;

/**
 * A single-use token for one attempt to connect, for the tenant that the page was rendered for.
 * @throws TokenRefused where the session is over
 */
export async function fetchToken(tenantId: string, isLastTry = false): Promise<string> {
  const answer = await fetch(`/live/token?tenant=${tenantId}`, { method: 'POST' });
  if (answer.status === 401) {
    if (isLastTry) throw new TokenRefused();
    await new Promise((wake) => setTimeout(wake, COOKIE_PATIENCE_MS));
    return fetchToken(tenantId, true);
  }
  const body = (await answer.json()) as { token?: string; code?: string };
  if (body.code === 'WRONG_TENANT') throw new TenantSwitched();
  if (!body.token) throw new Error(body.code);
  return body.token;
}

/** What it means for the page that the connection was refused for good. */
export function refusedState(cause: unknown): LiveState {
  return cause instanceof TenantSwitched ? 'switched' : 'ended';
}
