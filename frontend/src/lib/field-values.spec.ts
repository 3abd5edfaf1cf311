import { expect, it } from '@jest/globals';
import { valueOf } from './field-values.ts';

it.each([
  ['text', [' B12 '], 'B12'],
  ['text', [' '], null],
  ['integer', ['410'], 410],
  ['integer', ['many'], 'many'],
  ['decimal', ['12,5'], '12.5'],
  ['boolean', ['false'], false],
  ['date', [''], null],
  ['choices', ['', 'nuts', 'milk'], ['nuts', 'milk']],
  ['choices', [''], null],
] as const)('of %s, typed as %j, is %j', (kind, typed, value) => {
  expect(valueOf(kind, typed)).toEqual(value);
});
