import { BlockList, isIP } from 'node:net';
import { SettingError } from './settings.ts';

/** The configured proxies, as addresses and CIDR ranges. Throws a SettingError for anything else. */
export function proxyList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    try {
      if (prefix === undefined) list.addAddress(address, family);
      else list.addSubnet(address, Number(prefix), family);
    } catch {
      throw new SettingError(`KONTOR_TRUSTED_PROXIES: "${entry}" is neither an address nor a CIDR range.`);
    }
  }
  return list;
}

/** `::ffff:10.0.0.1` is 10.0.0.1: sockets that listen on both families show it so. */
function plain(address: string): string {
  return address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

function isListed(proxies: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/**
 * The caller's true address: the peer, or, when the peer is a configured proxy, the right-most address of
 * X-Forwarded-For that is not itself such a proxy. Everything left of it was written by the caller and means nothing.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, proxies: BlockList): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()));
  let address = plain(peer);
  while (isListed(proxies, address)) {
    const next = hops.pop();
    if (!next || isIP(next) === 0) break;
    address = next;
  }
  return address;
}
