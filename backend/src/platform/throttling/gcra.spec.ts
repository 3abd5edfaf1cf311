import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressKey } from './address.ts';
import { Gcra } from './gcra.ts';

const NOW = 1_700_000_000_000;

describe('a bucket of 12 refilled 4 a day', () => {
  it('passes 12 of thirteen at once and gives one back after 21,600 s', () => {
    const buckets = new Gcra();
    const interval = 21_600_000;
    const answers = Array.from({ length: 13 }, () => buckets.take('k', 12, interval, NOW));
    expect(answers.map(({ remaining }) => remaining)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0]);
    expect(answers.map(({ retryAfter }) => retryAfter)).toEqual([...Array<number>(12).fill(0), interval]);
    expect(buckets.take('k', 12, interval, NOW + interval - 1).retryAfter).toBe(1);
    expect(buckets.take('k', 12, interval, NOW + interval)).toMatchObject({ retryAfter: 0, remaining: 0 });
  });
});

describe('any bucket', () => {
  const steps = fc.array(fc.record({ wait: fc.nat(5_000), key: fc.constantFrom('a', 'b') }), { maxLength: 200 });
  const bucket = fc.record({ capacity: fc.integer({ min: 1, max: 20 }), interval: fc.integer({ min: 1, max: 2_000 }) });

  it('gives never more than its capacity and what came back, and just as much as a plain count of tokens', () => {
    fc.assert(
      fc.property(bucket, steps, ({ capacity, interval }, asked) => {
        const buckets = new Gcra();
        const tokens = new Map<string, { left: number; at: number }>();
        let now = NOW;
        for (const { wait, key } of asked) {
          now += wait;
          const { left, at } = tokens.get(key) ?? { left: capacity, at: now };
          const there = Math.min(capacity, left + (now - at) / interval);
          const { retryAfter } = buckets.take(key, capacity, interval, now);
          const isGiven = there >= 1 - 1e-9;
          expect(retryAfter === 0).toBe(isGiven);
          tokens.set(key, { left: isGiven ? there - 1 : there, at: now });
        }
      }),
    );
  });

  it('passes whoever waits as long as it says, and not a millisecond before', () => {
    fc.assert(
      fc.property(bucket, fc.nat(60), ({ capacity, interval }, more) => {
        const buckets = new Gcra();
        for (let n = 0; n < capacity + more; n += 1) buckets.take('k', capacity, interval, NOW);
        const { retryAfter } = buckets.take('k', capacity, interval, NOW);
        expect(retryAfter).toBe(interval);
        if (retryAfter > 1) expect(buckets.take('k', capacity, interval, NOW + retryAfter - 1).retryAfter).toBe(1);
        expect(buckets.take('k', capacity, interval, NOW + retryAfter).retryAfter).toBe(0);
      }),
    );
  });

  it('is after a refund as it was before', () => {
    fc.assert(
      fc.property(bucket, fc.nat(30), ({ capacity, interval }, taken) => {
        const buckets = new Gcra();
        for (let n = 0; n < taken; n += 1) buckets.take('k', capacity, interval, NOW);
        const before = buckets.take('k', capacity, interval, NOW);
        if (before.retryAfter > 0) return;
        buckets.refund('k', interval);
        expect(buckets.take('k', capacity, interval, NOW)).toEqual(before);
      }),
    );
  });

  it('is kept as long as it is not full, however often the full ones are dropped', () => {
    const buckets = new Gcra();
    buckets.take('k', 2, 100_000, NOW);
    buckets.take('other', 2, 1_000, NOW + 61_000);
    expect(buckets.take('k', 2, 100_000, NOW + 61_000).remaining).toBe(0);
  });
});

describe('an address counts', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
