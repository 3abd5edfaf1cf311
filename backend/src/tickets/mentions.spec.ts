import { expect, it } from '@jest/globals';
import { mentionsIn } from './mentions.ts';

const PEOPLE = [
  { userId: 'ida', name: 'Ida' },
  { userId: 'ida-sommer', name: 'Ida Sommer' },
  { userId: 'emre', name: 'Emre Yıldız' },
  { userId: 'tom-1', name: 'Tom Becker' },
  { userId: 'tom-2', name: 'Tom Becker' },
];

it.each([
  ['@Ida can you?', ['ida']],
  ['Ask @ida sommer, please', ['ida-sommer']],
  ['@Ida Sommerfeld is somebody else', ['ida']],
  ['(@Emre Yıldız) and @Ida.', ['emre', 'ida']],
  ['@Ida, @Ida', ['ida']],
  ['@Idaho', []],
  ['rosa@ida.example', []],
  ['@Tom Becker, which of the two?', []],
  ['Ida without a sign', []],
  ['@', []],
])('%s', (text, expected) => {
  expect(mentionsIn(text, PEOPLE)).toEqual(expected);
});

it('of many in a text full of signs holds nobody up', () => {
  const many = Array.from({ length: 500 }, (_, n) => ({ userId: String(n), name: `Person ${n}` }));
  const from = performance.now();
  expect(mentionsIn(`@Person 7 ${'@'.repeat(49_000)}`, many)).toEqual(['7']);
  expect(performance.now() - from).toBeLessThan(1_000);
});
