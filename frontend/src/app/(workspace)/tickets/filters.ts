import { TICKET_PRIORITIES, TICKET_STATUSES } from '@kontor/contracts/tickets';

/** Filters that a link to the list can hold. Those of several choices are comma lists. */
const SEVERAL = { status: TICKET_STATUSES, priority: TICKET_PRIORITIES } as const;
const SINGLE = ['assignee', 'tag', 'requester', 'company', 'number'] as const;
const ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What each single filter can be; anything else in an address means nothing. */
const FORMS: Record<(typeof SINGLE)[number], RegExp> = {
  assignee: new RegExp(`${ID.source}|^(me|none)$`, 'i'),
  tag: /^.{1,40}$/,
  requester: ID,
  company: ID,
  number: /^\d{1,9}$/,
};
const DATES = ['createdAfter', 'createdBefore', 'updatedAfter', 'updatedBefore'] as const;
const SORTS = ['-updatedAt', 'updatedAt', '-createdAt', 'createdAt', '-number', 'number', '-priority', 'priority'] as const;

export type Sort = (typeof SORTS)[number];
type FilterName = keyof typeof SEVERAL | (typeof SINGLE)[number] | (typeof DATES)[number];

export interface TicketFilters {
  values: Partial<Record<FilterName, string>>;
  sort: Sort;
  cursor: string | undefined;
}

export type SearchParams = Record<string, string | string[] | undefined>;

export const DEFAULT_SORT: Sort = '-updatedAt';

function valuesOf(params: SearchParams, name: string): string[] {
  return [params[name] ?? []].flat().flatMap((value) => value.split(',')).map((value) => value.trim()).filter(Boolean);
}

/** Reads what an address says; what it cannot mean is left out, so that a mistyped link still shows a list. */
export function readFilters(params: SearchParams): TicketFilters {
  const values: TicketFilters['values'] = {};
  for (const [name, choices] of Object.entries(SEVERAL) as [keyof typeof SEVERAL, readonly string[]][]) {
    const chosen = choices.filter((choice) => valuesOf(params, name).includes(choice));
    if (chosen.length > 0) values[name] = chosen.join();
  }
  for (const name of SINGLE) {
    const value = [params[name] ?? ''].flat()[0]?.trim();
    if (value && FORMS[name].test(value)) values[name] = value;
  }
  for (const name of DATES) {
    const value = valuesOf(params, name)[0];
    if (value && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))) values[name] = value;
  }
  const sort = SORTS.find((known) => known === params.sort) ?? DEFAULT_SORT;
  return { values, sort, cursor: typeof params.cursor === 'string' ? params.cursor : undefined };
}

/** The address of the list with some of it changed; `undefined` takes a filter away. A new view starts at its first page. */
export function listHref(filters: TicketFilters, change: Partial<Record<FilterName | 'sort' | 'cursor', string | undefined>> = {}): string {
  const { sort = filters.sort, cursor, ...rest } = change;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters.values, ...rest })) if (value) query.set(name, value);
  if (sort !== DEFAULT_SORT) query.set('sort', sort);
  if (cursor) query.set('cursor', cursor);
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `/tickets?${text}` : '/tickets';
}
