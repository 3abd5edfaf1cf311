import { describe, expect, it } from '@jest/globals';
import { isReadable } from './refuse-address.ts';

describe('isReadable', () => {
  it.each(['/', '/tickets?tag=100%', '/%C3%BC', '/_next/static/a%20b.js'])('takes %s', (address) => {
    expect(isReadable(address)).toBe(true);
  });

  it.each(['*', '/%zz', '/%', '/%ff', 'kontor.example:443', 'http://kontor.example/'])('refuses %s', (address) => {
    expect(isReadable(address)).toBe(false);
  });
});
