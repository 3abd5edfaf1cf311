import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

import { describe, expect, it } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../../..');
/** Windows keeps these for devices, whatever their extension ("Naming Files, Paths, and Namespaces"). */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;
const FORBIDDEN = /[<>:"\\|?*\p{Cc}]|[. ]$/u;
/** Windows allows 260 for the whole path; the rest is room for the folder that the clone is in. */
const LONGEST_PATH = 180;

const LIST = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
const files = execFileSync('git', LIST, { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);

function withFolders(file: string): string[] {
  const parts = file.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

describe('file names', () => {
  it('finds the files', () => {
    expect(files).toContain('package.json');
  });

  it('are allowed on every system', () => {
    const bad = files.filter((file) => file.split('/').some((part) => RESERVED.test(part) || FORBIDDEN.test(part)));
    expect(bad).toEqual([]);
  });

  it('do not differ in case or accents alone', () => {
    const seen = new Map<string, string>();
    const collisions = files.flatMap(withFolders).flatMap((path) => {
      const folded = path.normalize('NFC').toLowerCase();
      const known = seen.get(folded) ?? path;
      seen.set(folded, known);
      return known === path ? [] : [`${known} and ${path}`];
    });
    expect(collisions).toEqual([]);
  });

  it('leave room for the folder they are cloned into', () => {
    expect(files.filter((file) => file.length > LONGEST_PATH)).toEqual([]);
  });
});
