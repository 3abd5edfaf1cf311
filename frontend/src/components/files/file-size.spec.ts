import { expect, it } from '@jest/globals';
import { fileSize } from './file-size.ts';

it.each([
  [0, '1 kB'],
  [999, '1 kB'],
  [1_000, '1 kB'],
  [182_400, '182 kB'],
  [999_400, '999 kB'],
  [1_250_000, '1.3 MB'],
  [10_485_760, '10 MB'],
  [2_000_000_000_000, '2,000 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(fileSize(bytes, 'en-GB')).toBe(words);
});

it('speaks the reader’s language', () => {
  expect(fileSize(1_250_000, 'id-ID')).toBe('1,3 MB');
});
