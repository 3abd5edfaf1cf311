import { expect, it } from '@jest/globals';
import { backOff } from './back-off.ts';

it('waits anywhere up to twice as long after each failure, and at most 15 s', () => {
  expect([1, 2, 3, 4, 5, 50].map((failures) => backOff(failures, 1))).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  expect([backOff(3, 0), backOff(3, 0.5)]).toEqual([0, 2_000]);
});
