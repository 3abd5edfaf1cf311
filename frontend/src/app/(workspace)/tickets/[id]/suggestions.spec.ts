import { describe, expect, it } from '@jest/globals';
import { suggest, tokenAt } from './suggestions.ts';

const at = (text: string) => tokenAt(text, text.length);
const PEOPLE = [{ id: 'i', name: 'Ida Sommer' }, { id: 't', name: 'Tom Becker' }];
const ANSWERS = [{ id: '1', name: 'Thanks', shortcut: 'thanks' }, { id: '2', name: 'Allergen list', shortcut: 'list' }, { id: '3', name: 'Than nothing', shortcut: 'x' }];

describe('a token', () => {
  it.each([
    ['@', { kind: 'person', query: '', start: 0 }],
    ['Ask @Ida So', { kind: 'person', query: 'Ida So', start: 4 }],
    ['/', { kind: 'answer', query: '', start: 0 }],
    ['Hello\n/tha', { kind: 'answer', query: 'tha', start: 6 }],
    ['rosa@ida', undefined],
    ['and/or', undefined],
    ['Ask @Ida Sommer now', undefined],
    ['plain', undefined],
  ])('in %j is %j', (text, token) => {
    expect(at(text)).toEqual(token);
  });
});

it('offers people by either name, and answers by shortcut first', () => {
  expect(suggest(at('@som')!, PEOPLE, ANSWERS).map(({ label }) => label)).toEqual(['Ida Sommer']);
  expect(suggest(at('@')!, PEOPLE, ANSWERS)).toHaveLength(2);
  expect(suggest(at('/tha')!, PEOPLE, ANSWERS).map(({ label }) => label)).toEqual(['Thanks', 'Than nothing']);
  expect(suggest(at('/nothing-like-it')!, PEOPLE, ANSWERS)).toEqual([]);
  const many = Array.from({ length: 9 }, (_, n) => ({ id: `${n}`, name: `Ida ${n}` }));
  expect(suggest(at('@ida')!, many, ANSWERS)).toHaveLength(8);
});
