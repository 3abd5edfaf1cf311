import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP, type BlockList } from 'node:net';
import { FORWARD_HEADERS, FORWARD_MAX_AGE_SECONDS, forwardedText } from '@kontor/contracts/forwarding';
import { isListed } from '../config/proxies.ts';

export interface CallerSettings {
  forwardSecret: string;
  trustedProxies: BlockList;
}

export interface Caller {
  address: string;
  /** 32 hex digits, where the frontend vouches for the caller. */
  requestId?: string;
}

/**
 * Who really calls: what the frontend has signed, else what a configured proxy says, else the peer. Any other forwarded
 * header is an outsider's and means nothing.
 */
export function callerOf(headers: IncomingHttpHeaders, peer: string, settings: CallerSettings): Caller {
  const signed = headers[FORWARD_HEADERS.signature] === undefined ? undefined : signedCaller(headers, settings.forwardSecret);
  return signed ?? { address: trueAddress(peer, headers['x-forwarded-for'], settings.trustedProxies) };
}

function signedCaller(headers: IncomingHttpHeaders, secret: string): Caller | undefined {
  const [address, time, requestId, signature] = (['address', 'time', 'requestId', 'signature'] as const).map(
    (name) => headers[FORWARD_HEADERS[name]],
  );
  if (typeof address !== 'string' || typeof time !== 'string' || typeof requestId !== 'string') return undefined;
  if (isIP(address) === 0 || !/^\d{1,12}$/.test(time) || !/^[0-9a-f]{32}$/.test(requestId)) return undefined;
  if (Math.abs(Date.now() / 1_000 - Number(time)) > FORWARD_MAX_AGE_SECONDS) return undefined;
  const expected = createHmac('sha256', secret).update(forwardedText(address, time, requestId)).digest();
  const given = Buffer.from(String(signature), 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected) ? { address, requestId } : undefined;
}

/** Each proxy appends the peer that it saw: from the right, the first that is no proxy of ours. What stands left of it is the caller's own word. */
function trueAddress(peer: string, forwardedFor: string | string[] | undefined, proxies: BlockList): string {
  const hops = String(forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()));
  let address = plain(peer);
  while (isListed(proxies, address)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}

/** `::ffff:10.0.0.1` is 10.0.0.1: sockets that listen on both families show it so. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
