import { describe, expect, it } from '@jest/globals';
import { mayEdit, visibleTo, visibleWhere } from './tickets.policy.ts';

const MARA = { userId: 'mara', visibility: 'all', teamIds: [] } as const;
const TOM = { userId: 'tom', visibility: 'own', teamIds: ['day'] } as const;
const IDA = { userId: 'ida', visibility: 'team', teamIds: ['day', 'night'] } as const;
const NOBODYS = { assigneeId: null, createdById: null, teamId: null };

describe('visibility', () => {
  it.each([
    [MARA, NOBODYS, true],
    [TOM, NOBODYS, false],
    [TOM, { assigneeId: 'tom', createdById: 'mara', teamId: null }, true],
    [TOM, { assigneeId: 'mara', createdById: 'tom', teamId: null }, true],
    [TOM, { assigneeId: 'mara', createdById: 'mara', teamId: null }, false],
    [TOM, { ...NOBODYS, teamId: 'day' }, false],
    [IDA, { ...NOBODYS, teamId: 'night' }, true],
    [IDA, { ...NOBODYS, teamId: 'other' }, false],
    [IDA, { ...NOBODYS, assigneeId: 'ida', teamId: 'other' }, true],
    [{ ...IDA, teamIds: [] }, NOBODYS, false],
  ])('of %o on %o is %s', (reader, ticket, expected) => {
    expect(visibleTo(reader, ticket)).toBe(expected);
  });

  it('asks the database for the same', () => {
    expect(visibleWhere(MARA)).toBeUndefined();
    expect(visibleWhere(TOM)).toEqual({ text: '(t.assignee_id = ? OR t.created_by = ?)', values: ['tom', 'tom'] });
    expect(visibleWhere(IDA)).toEqual({ text: '(t.assignee_id = ? OR t.created_by = ? OR t.team_id = ANY(?::uuid[]))', values: ['ida', 'ida', ['day', 'night']] });
  });
});

it('lets nobody edit what is closed or merged, nor what they do not see', () => {
  expect(mayEdit(MARA, { ...NOBODYS, status: 'solved' })).toBe(true);
  expect(mayEdit(MARA, { ...NOBODYS, status: 'closed' })).toBe(false);
  expect(mayEdit(MARA, { ...NOBODYS, status: 'merged' })).toBe(false);
  expect(mayEdit(TOM, { ...NOBODYS, status: 'open' })).toBe(false);
});
