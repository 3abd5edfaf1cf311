import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkValue } from './field-value.ts';

const options = ['North', 'South'];

describe('a value', () => {
  it.each([
    ['text', ' Room 12 ', 'Room 12'], ['integer', -0, 0], ['integer', 410, 410], ['boolean', false, false], ['date', '2028-02-29', '2028-02-29'],
    ['decimal', '12.50', '12.5'], ['decimal', '-007.000', '-7'], ['decimal', '-0.0', '0'], ['decimal', '0.000001', '0.000001'],
    ['choice', 'South', 'South'], ['choices', ['South', 'North'], ['North', 'South']],
  ] as const)('of %s, %j, is kept as %j', (kind, given, value) => {
    expect(checkValue({ kind, options }, given)).toEqual({ value });
  });

  it.each([
    ['text', ' ', 'REQUIRED'], ['text', 'x'.repeat(501), 'TOO_LONG'], ['text', 'a\u0000', 'INVALID_FORMAT'], ['text', 1, 'INVALID_TYPE'],
    ['integer', '1', 'INVALID_TYPE'], ['integer', 1.5, 'INVALID_TYPE'], ['integer', 1e12, 'TOO_LARGE'], ['integer', -1e12, 'TOO_SMALL'],
    ['decimal', 1.5, 'INVALID_TYPE'], ['decimal', '1e3', 'INVALID_FORMAT'], ['decimal', '1.1234567', 'INVALID_FORMAT'], ['decimal', '', 'INVALID_FORMAT'],
    ['boolean', 'true', 'INVALID_TYPE'], ['date', '2026-02-29', 'INVALID_FORMAT'], ['date', '2026-1-1', 'INVALID_FORMAT'], ['date', '0000-01-01', 'INVALID_FORMAT'], ['date', 0, 'INVALID_TYPE'],
    ['choice', 'West', 'INVALID_VALUE'], ['choices', [], 'REQUIRED'], ['choices', ['North', 'North'], 'INVALID_VALUE'], ['choices', ['West'], 'INVALID_VALUE'], ['choices', 'North', 'INVALID_TYPE'],
  ] as const)('of %s, %j, is refused as %s', (kind, given, code) => {
    expect(checkValue({ kind, options }, given)).toMatchObject({ fault: { code } });
  });

  it('that is a decimal keeps its worth and is written in one way', () => {
    const decimal = fc.tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.integer({ min: 0, max: 6 }), fc.bigInt({ min: 0n, max: 999_999n }));
    fc.assert(
      fc.property(decimal, ([sign, whole, places, part]) => {
        const fraction = String(part).padStart(6, '0').slice(0, places);
        const text = `${sign}${whole}${places ? `.${fraction}` : ''}`;
        const { value } = checkValue({ kind: 'decimal', options }, text) as { value: string };
        const millionths = (written: string) => BigInt(written.replace('-', '').split('.')[0]!) * 1_000_000n + BigInt((written.split('.')[1] ?? '').padEnd(6, '0'));
        expect(millionths(value)).toBe(millionths(text));
        expect(checkValue({ kind: 'decimal', options }, value)).toEqual({ value });
        expect(value).not.toMatch(/^-0$|\.$|\.\d*0$|^-?0\d/);
      }),
    );
  });
});
