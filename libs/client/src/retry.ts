import { backOff } from './back-off.ts';

export interface RetryOptions {
  /** How often a call is tried again, 3 unless told; 0 for never. */
  retries?: number | undefined;
  /** Milliseconds that one wait may take, 60,000 unless told: an answer that asks for more is given to the caller. */
  longestWait?: number | undefined;
}

type Fetch = (request: Request) => Promise<Response>;

const RETRIES = 3;
const LONGEST_WAIT_MS = 60_000;
const IDEMPOTENT = ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'];
/** What something between here and Kontor answers. */
const GATEWAY_STATUSES = [502, 503, 504];

/** `fetch` that tries what can be tried again: calls that change nothing twice, where the answer or its loss says that another try can help. */
export function retrying(fetch: Fetch, { retries = RETRIES, longestWait = LONGEST_WAIT_MS }: RetryOptions, random: () => number = Math.random): Fetch {
  return async (request) => {
    const mayRetry = IDEMPOTENT.includes(request.method) || request.headers.has('idempotency-key');
    for (let failures = 1; ; failures += 1) {
      const isLast = !mayRetry || failures > retries;
      // A body can be sent once; the last try takes the request itself.
      const answer = await fetch(isLast ? request : request.clone()).catch((error: unknown) => {
        if (isLast || request.signal.aborted) throw error;
        return undefined;
      });
      if (answer && (isLast || !(await canHelp(answer)))) return answer;
      const wait = Math.max(backOff(failures, random()), answer ? retryAfter(answer) : 0);
      if (answer && wait > longestWait) return answer;
      await answer?.body?.cancel();
      await sleep(wait, request.signal);
    }
  };
}

async function canHelp(answer: Response): Promise<boolean> {
  if (answer.ok) return false;
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json')) return GATEWAY_STATUSES.includes(answer.status);
  const problem = (await answer.clone().json().catch(() => ({}))) as { retryable?: unknown };
  return problem.retryable === true;
}

/** Milliseconds that the answer asks for, in seconds or as a date (RFC 9110 §10.2.3). */
function retryAfter({ headers }: Response): number {
  const told = headers.get('retry-after');
  if (told === null) return 0;
  const ms = /^\d+$/.test(told) ? Number(told) * 1_000 : Date.parse(told) - Date.now();
  return Number.isNaN(ms) ? 0 : Math.max(0, ms);
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
