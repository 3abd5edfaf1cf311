import { describe, expect, it } from '@jest/globals';
import { ageText, agoText } from './age-text.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const at = (text: string) => new Date(text);

describe('ageText', () => {
  it('counts minutes, hours and days, then names the day', () => {
    expect(ageText(at('2026-11-20T11:36:00Z'), NOW, 'en-GB', 'UTC')).toBe('24 min');
    expect(ageText(at('2026-11-20T10:00:00Z'), NOW, 'id-ID', 'UTC')).toBe('2 jam');
    expect(ageText(at('2026-11-18T10:00:00Z'), NOW, 'en-GB', 'UTC')).toBe('2 days');
    expect(ageText(at('2026-11-01T23:30:00Z'), NOW, 'en-GB', 'Asia/Jakarta')).toBe('2 Nov');
    expect(ageText(at('2025-11-01T10:00:00Z'), NOW, 'en-GB', 'UTC')).toBe('1 Nov 2025');
  });
});

describe('agoText', () => {
  it('reads as part of a sentence', () => {
    expect(agoText(at('2026-11-20T11:00:00Z'), NOW, 'en-GB', 'UTC')).toBe('1 hour ago');
    expect(agoText(at('2026-11-19T11:00:00Z'), NOW, 'id-ID', 'UTC')).toBe('kemarin');
    expect(agoText(at('2026-11-13T12:00:00Z'), NOW, 'en-GB', 'UTC')).toBe('13 Nov');
  });
});
