import { describe, expect, it } from '@jest/globals';
import { Pace } from './pace.ts';

describe('Pace', () => {
  it('lets the first at once, and gathers what comes with it', () => {
    const pace = new Pace();
    expect(pace.wait(5_000)).toBe(0);
    pace.take(5_000);
    expect(pace.wait(5_050)).toBe(150);
    expect(pace.wait(5_200)).toBe(0);
  });

  it('shows the steps of one colleague as they come, and a busy workspace twice a second', () => {
    const pace = new Pace();
    const shown: number[] = [];
    for (let now = 0; now < 20_000; now += 10) {
      if (pace.wait(now) > 0) continue;
      pace.take(now);
      shown.push(now);
    }
    expect(shown.slice(0, 4)).toEqual([0, 200, 400, 600]);
    expect(shown.length).toBeLessThanOrEqual(44);
    const gaps = shown.slice(6).map((at, index) => at - (shown[index + 5] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(510);
  });

  it('has its whole allowance again after a rest, and no more', () => {
    const pace = new Pace();
    for (const now of [0, 50, 100, 150]) pace.take(now);
    expect(pace.wait(350)).toBeGreaterThan(0);
    for (const now of [60_000, 60_200, 60_400, 60_600]) {
      expect(pace.wait(now)).toBe(0);
      pace.take(now);
    }
    pace.take(60_700);
    expect(pace.wait(60_900)).toBeGreaterThan(0);
  });
});
