import { BlockList, isIP } from 'node:net';
import { SettingError } from './environment.ts';

/** The configured proxies. @throws SettingError for anything that is neither an address nor a subnet. */
export function proxyList(name: string, entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    try {
      if (bits === undefined) list.addAddress(address, familyOf(address));
      else list.addSubnet(address, Number(bits), familyOf(address));
    } catch {
      throw new SettingError(`${name} has "${entry}", which is neither an address nor a CIDR range.`);
    }
  }
  return list;
}

export function isListed(list: BlockList, address: string): boolean {
  return isIP(address) !== 0 && list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
