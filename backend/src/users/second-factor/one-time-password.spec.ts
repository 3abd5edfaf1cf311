import { describe, expect, it } from '@jest/globals';
import { newSecret, stepOf } from './one-time-password.ts';

const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1_000);

describe('one-time passwords', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('are those of RFC 6238 at %i s', (seconds, code) => {
    expect(stepOf(SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('hold one step before and after, and no further', () => {
    const step = Math.floor(59 / 30);
    expect(stepOf(SECRET, '287082', at(59 + 30))).toBe(step);
    expect(stepOf(SECRET, '287082', at(59 - 30))).toBe(step);
    expect(stepOf(SECRET, '287082', at(59 + 60))).toBeUndefined();
    expect(stepOf(SECRET, '287082', at(1111111109))).toBeUndefined();
  });

  it.each(['', '28708', '2870822', 'abcdef', '２８７０８２'])('are never %j', (code) => {
    expect(stepOf(SECRET, code, at(59))).toBeUndefined();
  });

  it('are of 160 random bits, scanned or typed', () => {
    const { secret, key, uri } = newSecret('rosa@kontor.test');
    expect(secret).toHaveLength(20);
    expect(key).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toMatch(/^otpauth:\/\/totp\/Kontor:rosa%40kontor\.test\?issuer=Kontor&secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/);
  });
});
