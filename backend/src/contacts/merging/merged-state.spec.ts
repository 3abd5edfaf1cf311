import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MERGED_FIELDS } from '@kontor/contracts/contacts';
import type { ContactState } from '../contact-state.ts';
import { mergedState, separatedState } from './merged-state.ts';

const values = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 4 });
const maybe = fc.option(fc.constantFrom('x', 'y', 'z'));
const state: fc.Arbitrary<ContactState> = fc.record({ name: fc.constantFrom('Rosa', 'Jan'), emails: values, phones: values, companyId: maybe, externalId: maybe });

describe('merging', () => {
  it('loses no address, and gives each once', () => {
    fc.assert(
      fc.property(state, state, fc.subarray([...MERGED_FIELDS]), (target, source, take) => {
        const { emails, phones } = mergedState(target, source, take);
        expect([emails.toSorted(), phones.toSorted()]).toEqual([[...new Set([...target.emails, ...source.emails])].toSorted(), [...new Set([...target.phones, ...source.phones])].toSorted()]);
      }),
    );
  });

  it('keeps the target’s own, takes what is told and fills what is empty', () => {
    const target: ContactState = { name: 'Rosa', emails: ['a'], phones: [], companyId: null, externalId: 'x' };
    const source: ContactState = { name: 'Rosa Lind', emails: ['b', 'c'], phones: ['1'], companyId: 'k', externalId: 'y' };
    expect(mergedState(target, source, [])).toEqual({ name: 'Rosa', emails: ['a', 'b', 'c'], phones: ['1'], companyId: 'k', externalId: 'x' });
    expect(mergedState(target, source, ['name', 'email', 'externalId'])).toEqual({ name: 'Rosa Lind', emails: ['b', 'a', 'c'], phones: ['1'], companyId: 'k', externalId: 'y' });
  });

  it('is undone to the very state before, where nothing happened since', () => {
    fc.assert(
      fc.property(state, state, fc.subarray([...MERGED_FIELDS]), (before, source, take) => {
        const after = mergedState(before, source, take);
        expect(separatedState(after, { before, after, source })).toEqual(before);
      }),
    );
  });

  it('is undone around what was changed since', () => {
    const before: ContactState = { name: 'Rosa', emails: ['a'], phones: ['1'], companyId: null, externalId: null };
    const source: ContactState = { name: 'R. Lind', emails: ['b'], phones: ['1', '2'], companyId: 'k', externalId: 'y' };
    const after = mergedState(before, source, ['name', 'email']);
    const since = { ...after, name: 'Rosa Lind', emails: ['new', ...after.emails], phones: ['2'] };
    expect(separatedState(since, { before, after, source })).toEqual({ name: 'Rosa Lind', emails: ['a', 'new'], phones: [], companyId: null, externalId: null });
  });
});
