import type { ServerResponse } from 'node:http';
import type { Settings } from './settings.ts';

const READY_TIMEOUT_MS = 2_000;

async function backendIsReady(settings: Settings): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/health/ready', settings.apiUrl), { signal: AbortSignal.timeout(READY_TIMEOUT_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}

function answer(response: ServerResponse, ok: boolean): void {
  response.writeHead(ok ? 200 : 503, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify({ status: ok ? 'ok' : 'unavailable' }));
}

/** Answers `/health/live` and `/health/ready`; false for every other path. Names no host. */
export async function answerHealth(path: string, response: ServerResponse, settings: Settings, isEnding: () => boolean): Promise<boolean> {
  if (path === '/health/live') answer(response, true);
  else if (path === '/health/ready') answer(response, !isEnding() && (await backendIsReady(settings)));
  else return false;
  return true;
}
