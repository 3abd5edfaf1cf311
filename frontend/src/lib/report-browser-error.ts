/** So many errors of one page are worth telling. */
const MOST = 5;
let told = 0;

/** The browser's side of the one door: tells our own server, once for each of the first few errors of a page. */
export function reportError(error: unknown): void {
  if (told >= MOST) return;
  told += 1;
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: '' };
  const body = JSON.stringify({ message: message.slice(0, 300), stack: stack?.slice(0, 3_000), path: location.pathname });
  void fetch('/report', { method: 'POST', body, keepalive: true }).catch(() => undefined);
}
