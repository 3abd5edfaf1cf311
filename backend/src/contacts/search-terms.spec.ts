import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contactTerms, nameKey, soughtTerms, wordsOf } from './search-terms.ts';

it('folds words without case and marks', () => {
  expect(wordsOf('Jürgen  ÅHRENS-Müller, “Élan” ﬁn')).toEqual(['jurgen', 'ahrens', 'muller', 'elan', 'fin']);
  expect(wordsOf('?! -- 👩‍👩‍👧')).toEqual([]);
});

it('has one key for what says the same', () => {
  expect(nameKey('Petersen, Anke')).toBe(nameKey('  anke PETERSEN'));
  expect(nameKey('Anke Petersen')).not.toBe(nameKey('Anke Peters'));
  expect(nameKey('…')).toBe('');
});

it('reads a number from its first digit that is no zero, and nothing shorter than four digits', () => {
  expect(soughtTerms('+49 (40) 5550-161')).toEqual(['49405550161']);
  expect(soughtTerms('040 5550161')).toEqual(['405550161']);
  expect(soughtTerms('301')).toEqual(['301']);
  expect(soughtTerms('Rosa@School.test')).toEqual(['rosa@school.test']);
});

it('finds a contact by the beginning of each of its words and by every part of a number', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.stringMatching(/^[1-9]\d{4,14}$/), fc.nat(), (name, number, place) => {
      const terms = contactTerms({ name, emails: [], phones: [number] });
      const isFound = (sought: string) => soughtTerms(sought).every((part) => terms.some((term) => term.startsWith(part)));
      for (const word of wordsOf(name)) expect(isFound(word)).toBe(true);
      const part = number.slice(place % (number.length - 3));
      expect(isFound(part)).toBe(true);
    }),
  );
});
