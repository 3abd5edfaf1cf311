import { describe, expect, it } from '@jest/globals';
import type { FilterKind, TicketFilter } from '@kontor/contracts/ticket-filter';
import { builderOf, filterOf, sentBuilder } from './builder.ts';

const KINDS = new Map<string, FilterKind>([['status', 'choice'], ['subject', 'text'], ['assignee', 'member'], ['createdAt', 'moment']]);
const OPEN: TicketFilter = { field: 'status', op: 'is', value: ['open'] };
const NOBODY: TicketFilter = { field: 'assignee', op: 'isEmpty' };
const NEW: TicketFilter = { field: 'createdAt', op: 'withinDays', value: 3 };

describe('the form of a filter', () => {
  it.each<TicketFilter>([
    OPEN,
    { all: [OPEN, NOBODY] },
    { any: [OPEN, NOBODY] },
    { any: [OPEN, { all: [NOBODY, NEW] }] },
    { all: [{ any: [OPEN, NEW] }, { any: [NOBODY, NEW] }] },
  ])('gives the same filter again: %j', (filter) => {
    expect(filterOf(builderOf(filter)!)).toEqual(filter);
  });

  it('shows nothing that is nested more deeply', () => {
    expect(builderOf({ all: [{ any: [{ all: [OPEN, NEW] }, NOBODY] }] })).toBeUndefined();
  });
});

describe('the form as it was sent', () => {
  const sent = { match: 'any', m0: 'all', 'f0.0': 'status', 'o0.0': 'is', 'was0.0': 'status list', 'v0.0': ['new', 'open'], 'f0.1': 'subject', 'o0.1': 'contains', 'was0.1': 'subject text', 'v0.1': '' };

  it('says nothing by a condition without a value', () => {
    expect(filterOf(sentBuilder(sent, KINDS)!)).toEqual({ field: 'status', op: 'is', value: ['new', 'open'] });
  });

  it('forgets operation and value of a field that was changed', () => {
    expect(sentBuilder({ ...sent, 'f0.0': 'assignee', 'o0.0': 'is' }, KINDS)!.groups[0]!.rows[0]).toEqual({ field: 'assignee', op: 'is', values: [] });
    expect(sentBuilder({ ...sent, 'f0.0': 'subject' }, KINDS)!.groups[0]!.rows[0]).toEqual({ field: 'subject', op: 'contains', values: [] });
  });

  it('adds and drops conditions and groups, and is never empty', () => {
    const shape = (asked: string) => sentBuilder({ ...sent, do: asked }, KINDS)!.groups.map(({ rows }) => rows.length);
    expect([shape('add-0'), shape('group'), shape('drop-0.1'), shape('show')]).toEqual([[3], [2, 1], [1], [2]]);
    expect(sentBuilder({ 'f0.0': 'status', do: 'drop-0.0' }, KINDS)!.groups).toHaveLength(1);
    const full = Object.fromEntries([0, 1, 2, 3, 4].map((group) => [`f${group}.0`, 'status']));
    expect(sentBuilder({ ...full, do: 'group' }, KINDS)!.groups).toHaveLength(5);
  });
});
