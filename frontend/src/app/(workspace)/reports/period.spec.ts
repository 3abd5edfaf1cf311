import { expect, it } from '@jest/globals';
import { groupCondition, lastDays, readPeriod, ticketsHref } from './period.ts';

const NOW = Date.parse('2026-11-21T23:30:00Z');

it('ends on the reader’s today, whatever day it is elsewhere', () => {
  expect(lastDays(7, NOW, 'UTC')).toEqual({ from: '2026-11-15', to: '2026-11-21' });
  expect(lastDays(7, NOW, 'Asia/Jakarta')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
});

it('takes an address at its word, and what means nothing for the last 30 days', () => {
  expect(readPeriod({ from: '2026-03-01', to: '2026-03-31' }, NOW, 'UTC')).toEqual({ from: '2026-03-01', to: '2026-03-31' });
  for (const wrong of [{}, { from: '2026-02-31', to: '2026-03-31' }, { from: '2026-04-01', to: '2026-03-31' }, { from: '2020-01-01', to: '2026-03-31' }, { from: 'x', to: ['y'] }]) {
    expect(readPeriod(wrong, NOW, 'UTC')).toEqual({ from: '2026-10-23', to: '2026-11-21' });
  }
});

it('leads to the list behind a figure', () => {
  const href = ticketsHref('solvedAt', { from: '2026-03-31', to: '2026-03-31' }, [groupCondition('tag', 'heat'), groupCondition('team', null)]);
  expect(JSON.parse(new URL(href, 'http://x').searchParams.get('filter') ?? '')).toEqual({
    all: [
      { field: 'solvedAt', op: 'after', value: '2026-03-31' },
      { field: 'solvedAt', op: 'before', value: '2026-04-01' },
      { field: 'tags', op: 'has', value: ['heat'] },
      { field: 'team', op: 'isEmpty' },
    ],
  });
});
