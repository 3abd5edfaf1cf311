import { expect, it } from '@jest/globals';
import { groupsFor, isMeant } from './palette-items.ts';

it('means what begins with each word, in any order', () => {
  expect(isMeant('Assign to me', 'me ass')).toBe(true);
  expect(isMeant('Keyboard shortcuts', 'SHORT')).toBe(true);
  expect(isMeant('Assign to me', 'sign')).toBe(false);
  expect(isMeant('Assign to me', 'assign you')).toBe(false);
});

it('groups what fits, and leaves out what has nothing', () => {
  const [solve, home] = [{ id: 's', label: 'Solve' }, { id: 'h', label: 'Home', href: '/' }];
  const known = { actions: [solve], pages: [home], commands: [{ id: 'o', label: 'Sign out' }] };
  const ticket = { id: 't', href: '/tickets/t', label: 'Solid oven', hint: null, number: 7, status: 'open' } as const;
  const found = { tickets: [ticket], contacts: [], companies: [] };
  expect(groupsFor('', known, { tickets: [], contacts: [], companies: [] }).map(({ name }) => name)).toEqual(['actions', 'pages', 'commands']);
  expect(groupsFor('sol', known, found)).toEqual([
    { name: 'actions', items: [solve] },
    { name: 'tickets', items: [{ id: 't', href: '/tickets/t', label: '7 Solid oven', hint: null }] },
  ]);
});
