import { isIP } from 'node:net';
import type { Settings } from '../config/settings.ts';
import { mayReach } from './addresses.ts';

type Rules = Settings['egress'];

const LONGEST = 2_048;

/** A URL that nothing is sent to, and why. */
export class RefusedTarget extends Error {}

/**
 * The URL as it will be called: `URL` has already turned every notation of a host into one (hexadecimal, octal, decimal
 * and full-width addresses, international names), so this judges what will be connected to, not what was typed.
 * @throws RefusedTarget
 */
export function targetOf(text: string, rules: Rules): URL {
  const url = text.length <= LONGEST && URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw new RefusedTarget('Is not an address.');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && rules.http)) throw new RefusedTarget('Must begin with https://.');
  if (url.username !== '' || url.password !== '') throw new RefusedTarget('Must not hold a name or password.');
  // `name.` is `name`; certificates know it without the dot.
  url.hostname = url.hostname.replace(/\.$/, '');
  url.hash = '';
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (rules.ports.length > 0 && !rules.ports.includes(port)) throw new RefusedTarget(`Port ${port} is not open to outgoing calls.`);
  const known = knownAddresses(url);
  if (known?.some((address) => !mayReach(address, rules.allow))) throw new RefusedTarget('Is not an address on the public Internet.');
  return url;
}

/** The addresses of a host that no name server has to be asked for: an address itself, and this machine. */
export function knownAddresses({ hostname }: URL): string[] | undefined {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host)) return [host];
  return /(^|\.)localhost$/.test(host) ? ['127.0.0.1'] : undefined;
}
