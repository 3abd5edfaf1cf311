import { describe, expect, it } from '@jest/globals';
import { readReport, takeFromBucket } from './browser-report.ts';

describe('readReport', () => {
  it('takes what is known, without queries, and cut to size', () => {
    const sent = { message: 'at /invitation?token=secret', stack: 'x'.repeat(9_000), path: '/invitation?token=secret', role: 'owner' };
    const report = readReport(JSON.stringify(sent));
    expect(report).toEqual({ message: 'at /invitation', stack: 'x'.repeat(3_000), path: '/invitation' });
  });

  it.each(['', 'null', '[]', '"text"', '{"message":1}', '{'])('takes nothing from %s', (text) => {
    expect(readReport(text)).toBeNull();
  });
});

describe('takeFromBucket', () => {
  it('is empty after sixty in a minute and full in the next', () => {
    const taken = Array.from({ length: 100 }, () => takeFromBucket(60_000)).filter(Boolean).length;
    expect(taken).toBe(60);
    expect(takeFromBucket(120_000)).toBe(true);
  });
});
