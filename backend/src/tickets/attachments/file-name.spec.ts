import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ATTACHMENT_LIMITS } from '@kontor/contracts/attachments';
import { endingOf, fileName } from './file-name.ts';

describe('a file’s name', () => {
  it.each([
    ['menu week 48.pdf', 'menu week 48.pdf'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\rosa\\oven.png', 'oven.png'],
    ['oven.png\r\nSet-Cookie: a=b', 'oven.pngSet-Cookie_ a=b'],
    ['oven\u0000.png', 'oven.png'],
    ['invoice\u202egnp.exe', 'invoicegnp.exe'],
    ['  .hidden.png. . ', 'hidden.png'],
    ['con.txt', '_con.txt'],
    ['a"b<c>|d?.csv', 'a_b_c__d_.csv'],
    ['Übersicht 菜单 🥘.pdf', 'Übersicht 菜单 🥘.pdf'],
    ['\ud800.png', 'png'],
    ['..', ''],
  ])('%j is kept as %j', (given, kept) => {
    expect(fileName(given)).toBe(kept);
  });

  it('is cut before its ending, between characters', () => {
    const kept = fileName(`${'🥘'.repeat(200)}.xlsx`);
    expect(kept.length).toBeLessThanOrEqual(ATTACHMENT_LIMITS.name);
    expect(kept).toMatch(/^🥘+\.xlsx$/u);
  });

  it('is not kept busy by a name of 80,000 signs, and knows its ending', () => {
    const begun = process.cpuUsage();
    expect(endingOf(fileName(`a${'.'.repeat(80_000)}x.png`))).toBe('png');
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(1_000);
  });

  it('is safe whatever is given, and stays as it is when given again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const kept = fileName(given);
        expect(kept).not.toMatch(/[\p{Cc}\p{Cf}/\\<>:"|?*]|^[. ]|[. ]$/u);
        expect(kept.length).toBeLessThanOrEqual(ATTACHMENT_LIMITS.name);
        expect(kept.isWellFormed()).toBe(true);
        expect(fileName(kept)).toBe(kept);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['a.PNG', 'png'],
    ['a.tar.gz', 'gz'],
    ['png', ''],
    ['.png', ''],
    ['a.p ng', ''],
    ['a.png_', ''],
  ])('%j ends in %j', (name, ending) => {
    expect(endingOf(name)).toBe(ending);
  });
});
