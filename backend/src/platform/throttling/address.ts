import { isIPv6 } from 'node:net';

/** What an address counts as: IPv4 whole, IPv6 by its /64, which is what one subscriber gets. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('%')[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const filled = address.includes('::') ? [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after] : before;
  return `${filled.slice(0, 4).map((group: string) => group.replace(/^0+(?=.)/, '').toLowerCase()).join(':')}::/64`;
}
