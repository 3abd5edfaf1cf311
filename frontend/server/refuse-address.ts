import type { IncomingMessage, ServerResponse } from 'node:http';

/** True for a path that can be one of ours: `*` is none, and `%zz` is no character. */
export function isReadable(address: string): boolean {
  if (!address.startsWith('/')) return false;
  try {
    decodeURIComponent(address.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** Answers 400 to an address that cannot be read, on which Next would fail. Returns true when it has answered. */
export function refuseAddress({ url = '/' }: IncomingMessage, response: ServerResponse): boolean {
  if (isReadable(url)) return false;
  response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end('This address cannot be read.\n');
  return true;
}
