import ipaddr from 'ipaddr.js';
import { SettingError, type EnvironmentReader } from './environment.ts';

/** Where calls to addresses that users give may go. */
export function readEgress(read: EnvironmentReader) {
  return Object.freeze({
    /** Plain http, too. */
    http: read.flag('KONTOR_EGRESS_HTTP', false),
    /** Ranges that are reached although they are not public. */
    allow: Object.freeze(read.list('KONTOR_EGRESS_ALLOW').map(rangeOf)),
    /** Empty where every port is open. */
    ports: Object.freeze(readPorts(read)),
    /** Milliseconds from the name to the end of the answer. */
    timeout: read.whole('KONTOR_EGRESS_TIMEOUT', 15_000, { min: 100, max: 60_000 }),
  });
}

function rangeOf(text: string): ReturnType<typeof ipaddr.parseCIDR> {
  if (!ipaddr.isValidCIDR(text)) throw new SettingError(`KONTOR_EGRESS_ALLOW has "${text}", which is not a CIDR range.`);
  return ipaddr.parseCIDR(text);
}

function readPorts(read: EnvironmentReader): number[] {
  const given = read.list('KONTOR_EGRESS_PORTS');
  if (given.length === 0) return USUAL_PORTS;
  if (given.length === 1 && given[0] === 'any') return [];
  const wrong = given.find((text) => !/^\d{1,5}$/.test(text) || Number(text) < 1 || Number(text) > 65_535);
  if (wrong !== undefined) throw new SettingError(`KONTOR_EGRESS_PORTS has "${wrong}", which is not a port, nor "any" alone.`);
  return given.map(Number);
}

const USUAL_PORTS = [80, 443, 8443];
