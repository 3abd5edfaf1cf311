import ipaddr from 'ipaddr.js';

/** Ranges in CIDR notation, as `ipaddr.js` compares with them. */
export type Range = ReturnType<typeof ipaddr.parseCIDR>;

/** IPv6 that is routed on the Internet at all (RFC 4291, IANA): everything else is special or not given out. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** Public in its number alone: a service of the machine's host, as 169.254.169.254 is one (Azure's WireServer). */
const HOST_SERVICES = ipaddr.IPv4.parseCIDR('168.63.129.16/32');

/**
 * True for an address on the public Internet, or in a range that the operator allows. An IPv4 address inside an IPv6 one
 * counts as itself where it is mapped; other ways to carry one (NAT64, 6to4, Teredo, compatible) are never public.
 */
export function mayReach(text: string, allowed: readonly Range[]): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (allowed.some((range) => isWithin(address, range))) return true;
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv6 ? address.match(GLOBAL_UNICAST) : !address.match(HOST_SERVICES);
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, [network, bits]: Range): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}
