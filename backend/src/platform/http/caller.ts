import { createHmac, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { FORWARD_HEADERS, FORWARD_MAX_AGE_SECONDS, forwardedText } from '@kontor/contracts/forwarding';
import { SettingError } from '../config/environment.ts';

export interface CallerSettings {
  forwardSecret: string;
  trustedProxies: readonly string[];
}

export interface Caller {
  address: string;
  /** 32 hex digits, where the frontend vouches for one. */
  requestId?: string;
}

/**
 * Who really calls: what the frontend has signed, else what a configured proxy says, else the peer. Any other forwarded
 * header is an outsider's and means nothing.
 */
export function callerOf(request: FastifyRequest, settings: CallerSettings): Caller {
  const peer = request.socket.remoteAddress ?? '';
  const signed = request.headers[FORWARD_HEADERS.signature] === undefined ? undefined : signedCaller(request, settings.forwardSecret);
  if (signed) return signed;
  if (settings.trustedProxies.length === 0 || !isTrusted(peer, settings.trustedProxies)) return { address: peer };
  return { address: nearestUntrusted(request.headers['x-forwarded-for'], settings.trustedProxies) ?? peer };
}

function signedCaller({ headers }: FastifyRequest, secret: string): Caller | undefined {
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

/** A proxy appends the peer that it saw: from the right, the first that is no proxy of ours. */
function nearestUntrusted(header: string | string[] | undefined, proxies: readonly string[]): string | undefined {
  const hops = String(header ?? '').split(',').map((hop) => hop.trim());
  return hops.reverse().find((hop) => isIP(hop) !== 0 && !isTrusted(hop, proxies));
}

const lists = new WeakMap<readonly string[], BlockList>();

function isTrusted(address: string, proxies: readonly string[]): boolean {
  const list = lists.get(proxies) ?? blockListOf(proxies);
  lists.set(proxies, list);
  const plain = address.replace(/^::ffff:/i, '');
  return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}

/** @throws SettingError for anything that is neither an address nor a subnet. */
export function blockListOf(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0) throw new SettingError(`KONTOR_TRUSTED_PROXIES has "${proxy}", which is not an address.`);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
