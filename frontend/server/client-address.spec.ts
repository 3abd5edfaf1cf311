import { describe, expect, it } from '@jest/globals';
import { clientAddress, proxyList } from './client-address.ts';

const proxies = proxyList(['10.0.0.0/8', '2001:db8::/32']);

describe('clientAddress', () => {
  it('believes no header of a peer that is not a proxy', () => {
    expect(clientAddress('198.51.100.7', '203.0.113.9', proxies)).toBe('198.51.100.7');
    expect(clientAddress('::ffff:198.51.100.7', '203.0.113.9', proxies)).toBe('198.51.100.7');
  });

  it('takes the right-most address that is not a proxy', () => {
    expect(clientAddress('10.1.1.1', '1.2.3.4, 203.0.113.9, 10.2.2.2', proxies)).toBe('203.0.113.9');
    expect(clientAddress('2001:db8::1', '2001:470::5', proxies)).toBe('2001:470::5');
  });

  it('stays with the proxy when what it says is no address', () => {
    expect(clientAddress('10.1.1.1', 'unknown', proxies)).toBe('10.1.1.1');
    expect(clientAddress('10.1.1.1', undefined, proxies)).toBe('10.1.1.1');
  });

  it('refuses a list that it cannot read', () => {
    expect(() => proxyList(['proxy.example'])).toThrow('KONTOR_TRUSTED_PROXIES');
  });
});
