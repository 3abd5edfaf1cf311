import { describe, expect, it } from '@jest/globals';
import { dayOf, startOfDay } from './day.ts';
import { inOrderOf, layoutOf, listHref, nestedFilter, readFilters } from './filters.ts';
import { listQuery } from './list-query.ts';
import { savedFilter } from './saved-filter.ts';
import { tagsOf } from './tags-of.ts';

describe('readFilters', () => {
  it('reads repeated and comma-separated choices alike', () => {
    expect(readFilters({ status: ['open', 'new'] }).values.status).toBe('new,open');
    expect(readFilters({ status: 'open,new,strange' }).values.status).toBe('new,open');
  });

  it('leaves out what an address cannot mean', () => {
    const filters = readFilters({ assignee: "x'; --", createdAfter: '2026-02-31x', createdBefore: '2026-13-01', sort: 'secret', number: '1e9', other: '1' });
    expect(filters).toEqual({ values: {}, sort: '-updatedAt', usualSort: '-updatedAt', cursor: undefined });
  });
});

describe('listHref', () => {
  it('keeps the view and starts it at its first page', () => {
    const filters = readFilters({ status: 'open', cursor: 'abc' });
    expect(listHref(filters, { sort: 'number' })).toBe('/tickets?status=open&sort=number');
    expect(listHref(filters, { status: undefined })).toBe('/tickets');
  });
});

describe('a saved view', () => {
  const view = { filter: { field: 'tags', op: 'has', value: ['heat'] }, sort: '-priority', layout: 'board' } as const;

  it('gives its order and filters, until the address says others', () => {
    const filters = inOrderOf(readFilters({ view: 'mine', status: 'open' }), view);
    expect([filters.sort, listHref(filters), listHref(filters, { sort: 'number' })]).toEqual(['-priority', '/tickets?status=open&view=mine', '/tickets?status=open&view=mine&sort=number']);
    expect(inOrderOf(readFilters({ view: 'mine', q: 'oven' }), view).sort).toBe('-relevance');
    expect(nestedFilter(filters, view)).toEqual(view.filter);
    expect(layoutOf(filters, view)).toBe('board');
    const own = readFilters({ view: 'mine', filter: '{"field":"status","op":"is","value":["new"]}', layout: 'list' });
    expect(nestedFilter(own, view)).toEqual({ field: 'status', op: 'is', value: ['new'] });
    expect(layoutOf(own, view)).toBe('list');
  });

  it('keeps all that the address chooses by', () => {
    const filters = readFilters({ status: 'open,new', assignee: 'none', tag: 'x', createdBefore: '2026-11-20', view: 'mine' });
    expect(savedFilter(filters, view, 'Asia/Jakarta')).toEqual({
      all: [
        { field: 'status', op: 'is', value: ['new', 'open'] },
        { field: 'assignee', op: 'isEmpty' },
        { field: 'tags', op: 'has', value: ['x'] },
        { field: 'createdAt', op: 'before', value: '2026-11-20T17:00:00.000Z' },
        view.filter,
      ],
    });
    expect(savedFilter(readFilters({ q: 'x' }), undefined, 'UTC')).toBeUndefined();
  });

  it('is not led by what is no filter', () => {
    for (const filter of ['{', '[]', '{"all":[]}', '{"field":"a","op":"like"}']) expect(readFilters({ filter }).values.filter).toBeUndefined();
  });
});

describe('words', () => {
  it('put the best matches first, and without them nothing is best', () => {
    expect([readFilters({ q: 'oven' }).sort, readFilters({ sort: '-relevance' }).sort]).toEqual(['-relevance', '-updatedAt']);
  });
});

describe('listQuery', () => {
  it('makes days of the reader’s zone, the last one whole', () => {
    const filters = readFilters({ createdAfter: '2026-11-20', createdBefore: '2026-11-20' });
    expect(listQuery(filters, undefined, 'Asia/Jakarta')).toMatchObject({
      createdAfter: '2026-11-19T17:00:00.000Z',
      createdBefore: '2026-11-20T17:00:00.000Z',
    });
  });
});

describe('startOfDay', () => {
  it('knows days of 23 and 25 hours', () => {
    expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
    expect(startOfDay('2026-03-29', 'Europe/Berlin', 1)).toBe('2026-03-29T22:00:00.000Z');
    expect(startOfDay('2026-10-25', 'Europe/Berlin', 1)).toBe('2026-10-25T23:00:00.000Z');
  });

  it('is the beginning of the day that an instant is in', () => {
    const instant = Date.parse('2026-11-20T18:30:00Z');
    expect(dayOf(instant, 'Asia/Jakarta')).toBe('2026-11-21');
    expect(startOfDay(dayOf(instant, 'America/New_York'), 'America/New_York')).toBe('2026-11-20T05:00:00.000Z');
  });
});

describe('tagsOf', () => {
  it('cuts, folds and takes each once', () => {
    expect(tagsOf(' Vans, vans ,, schools')).toEqual(['vans', 'schools']);
  });
});
