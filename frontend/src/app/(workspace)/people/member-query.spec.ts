import { expect, it } from '@jest/globals';
import { memberFilters, memberHref } from './member-query.ts';

const TEAM = '01a1f9fb-fd3f-777e-b8de-0f4cadd32e02';

it('takes from the address what means something', () => {
  expect(memberFilters({ q: ' rosa ', role: 'agent', status: 'active', team: TEAM, sort: '-joinedAt' })).toEqual({ q: 'rosa', role: 'agent', status: 'active', team: TEAM, sort: '-joinedAt' });
  expect(memberFilters({ q: '', role: 'king', status: ['active', 'x'], team: 'x', sort: 'age' })).toEqual({ status: 'active', sort: 'name' });
});

it('writes it back', () => {
  expect(memberHref({ sort: 'name' })).toBe('/people');
  expect(memberHref({ q: 'a b', role: 'agent', sort: '-name' }, 'next')).toBe('/people?q=a+b&role=agent&sort=-name&cursor=next');
});
