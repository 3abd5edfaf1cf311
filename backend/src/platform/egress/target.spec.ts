import { BlockList } from 'node:net';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hostileUrls } from '../../../test/support/hostile-urls.ts';
import { readEgress } from '../config/egress.ts';
import { EnvironmentReader } from '../config/environment.ts';
import { mayReach } from './addresses.ts';
import { RefusedTarget, targetOf } from './target.ts';

const rules = (environment: Record<string, string> = {}) => readEgress(new EnvironmentReader(environment));
const OPEN = rules({ KONTOR_EGRESS_HTTP: 'true', KONTOR_EGRESS_PORTS: 'any' });
const mayCall = (url: string, by = OPEN) => {
  try {
    return targetOf(url, by).href;
  } catch (error) {
    if (error instanceof RefusedTarget) return false;
    throw error;
  }
};

/** As IANA lists them, beside and not by the library. */
const SPECIAL = new BlockList();
for (const range of ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32']) {
  const [network, bits] = range.split('/');
  SPECIAL.addSubnet(network!, Number(bits), 'ipv4');
}

const v4 = fc.oneof(fc.nat({ max: 2 ** 32 - 1 }), fc.constantFrom(0x7f000001, 0x0a000001, 0xa9fea9fe, 0xc0a80001, 0xac100001, 0x64400001, 0xa83f8110, 0x5db8d70e, 0x08080808));
const bytesOf = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const dotted = (n: number) => bytesOf(n).join('.');
const hex = (n: number, digits = 0) => n.toString(16).padStart(digits, '0');
const groups = (n: number) => `${hex(n >>> 16)}:${hex(n & 0xffff)}`;

it('a number in any notation is judged as the address it is', () => {
  const notations = (n: number) => [
    dotted(n),
    String(n),
    `0x${hex(n)}`,
    `0${n.toString(8)}`,
    bytesOf(n).map((byte) => `0x${hex(byte)}`).join('.'),
    bytesOf(n).map((byte) => `0${byte.toString(8)}`).join('.'),
    `${n >>> 24}.${n & 0xffffff}`,
    `${n >>> 24}.${(n >>> 16) & 255}.${n & 0xffff}`,
    `${dotted(n)}.`,
    [...dotted(n)].map((c) => (c === '.' ? '。' : String.fromCodePoint(0xff10 + Number(c)))).join(''),
    `[::ffff:${dotted(n)}]`,
    `[::ffff:${groups(n)}]`,
  ];
  fc.assert(fc.property(v4, (n) => {
    const isPublic = !SPECIAL.check(dotted(n));
    for (const host of notations(n)) expect([host, mayCall(`http://${host}:8080/`) !== false]).toEqual([host, isPublic]);
  }));
});

it('an address that carries another one is never public', () => {
  fc.assert(fc.property(v4, (n) => {
    for (const address of [`64:ff9b::${groups(n)}`, `64:ff9b:1::${groups(n)}`, `2002:${groups(n)}::1`, `2001:0:${groups(n)}::`, `::${groups(n)}`, `::ffff:0:${groups(n)}`]) {
      expect([address, mayReach(address, [])]).toEqual([address, false]);
    }
  }));
});

it('of IPv6 only what is routed on the Internet is public', () => {
  for (const address of ['2606:4700:4700::1111', '2a00:1450:4001:81b::200e', '2001:4860:4860::8888']) expect([address, mayReach(address, [])]).toEqual([address, true]);
  for (const address of ['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fdff::1', 'fec0::1', 'ff02::1', '100::1', '2001:db8::1', '3fff::1', '5f00::1', '4000::1', '2001:2::1', 'name', '']) {
    expect([address, mayReach(address, [])]).toEqual([address, false]);
  }
});

it('what an operator allows is reached, in every notation, and no more', () => {
  const allow = rules({ KONTOR_EGRESS_HTTP: 'true', KONTOR_EGRESS_PORTS: 'any', KONTOR_EGRESS_ALLOW: '127.0.0.0/8, fd00::/8' });
  for (const url of ['http://127.0.0.1:1/', 'http://0x7f.1/', 'http://[::ffff:127.0.0.1]/', 'http://localhost/', 'http://[fd00::1]/']) expect(mayCall(url, allow)).not.toBe(false);
  for (const url of ['http://10.0.0.1/', 'http://[::1]/', 'http://[fe80::1]/']) expect(mayCall(url, allow)).toBe(false);
});

it('is https at a usual port, without credentials, by default', () => {
  for (const url of ['https://hooks.example/in?a=b', 'https://hooks.example:8443/', 'https://93.184.215.14/']) expect(mayCall(url, rules())).toBe(url);
  expect(mayCall('https://Hooks.Example./a#part', rules())).toBe('https://hooks.example/a');
  expect(mayCall('https://bücher.example/', rules())).toBe('https://xn--bcher-kva.example/');
  for (const url of ['http://hooks.example/', 'https://hooks.example:22/', 'https://a@hooks.example/', 'https://:b@hooks.example/', `https://hooks.example/${'x'.repeat(2_048)}`]) {
    expect([url, mayCall(url, rules())]).toEqual([url, false]);
  }
});

it('of the hostile ones only those that need a name server are not refused at once', () => {
  expect(hostileUrls(8_080).length).toBeGreaterThanOrEqual(60);
  const left = hostileUrls(8_080).filter((url) => mayCall(url) !== false);
  expect(left.map((url) => new URL(url).hostname)).toEqual(['rebound.example', 'half.example', 'mapped.example', 'six.example']);
});

it.each([
  ['KONTOR_EGRESS_ALLOW', '10.0.0.1', 'KONTOR_EGRESS_ALLOW has "10.0.0.1", which is not a CIDR range.'],
  ['KONTOR_EGRESS_PORTS', '443,any', 'KONTOR_EGRESS_PORTS has "any", which is not a port, nor "any" alone.'],
  ['KONTOR_EGRESS_PORTS', '70000', 'KONTOR_EGRESS_PORTS has "70000", which is not a port, nor "any" alone.'],
])('%s=%s is refused', (name, value, message) => {
  expect(() => rules({ [name]: value })).toThrow(message);
});
