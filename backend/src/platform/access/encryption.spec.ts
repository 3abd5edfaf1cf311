import { expect, it } from '@jest/globals';
import type { Settings } from '../config/settings.ts';
import { Encryption } from './encryption.ts';

const [OLD, NEW] = ['o'.repeat(32), 'n'.repeat(32)];
const box = (...encryptionKeys: string[]) => new Encryption({ encryptionKeys } as unknown as Settings);
const SECRET = Buffer.from('12345678901234567890');

it('gives back what was kept, never twice the same on disk', () => {
  const kept = box(NEW).encrypt(SECRET, 'totp:rosa');
  expect(box(NEW).decrypt(kept, 'totp:rosa')).toEqual(SECRET);
  expect(kept.includes(SECRET)).toBe(false);
  expect(box(NEW).encrypt(SECRET, 'totp:rosa')).not.toEqual(kept);
});

it('reads by every key, and writes by the first', () => {
  const kept = box(OLD).encrypt(SECRET, 'x');
  expect(box(NEW, OLD).decrypt(kept, 'x')).toEqual(SECRET);
  expect(() => box(OLD).decrypt(box(NEW, OLD).encrypt(SECRET, 'x'), 'x')).toThrow('KONTOR_ENCRYPTION_KEYS');
});

it('refuses what was changed, and what was kept for another purpose', () => {
  const kept = box(NEW).encrypt(SECRET, 'totp:rosa');
  expect(() => box(NEW).decrypt(kept, 'totp:tom')).toThrow();
  for (const at of [4, 16, kept.length - 1]) {
    const changed = Buffer.from(kept);
    changed[at]! ^= 1;
    expect(() => box(NEW).decrypt(changed, 'totp:rosa')).toThrow();
  }
});
