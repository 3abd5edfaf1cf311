import { expect, it } from '@jest/globals';
import { preview } from './preview.ts';

it('puts a message on one line', () => {
  expect(preview('  Good morning,\n\n  oven 3   drifts. ')).toBe('Good morning, oven 3 drifts.');
});

it('cuts between words, and never more than 140 characters', () => {
  const cut = preview('word '.repeat(60));
  expect(cut.endsWith('word…')).toBe(true);
  expect([...cut].length).toBeLessThanOrEqual(140);
  expect([...preview('x'.repeat(500))].length).toBe(140);
});

it('never cuts a character in half', () => {
  expect(preview('🥕'.repeat(200))).toBe(`${'🥕'.repeat(139)}…`);
});
