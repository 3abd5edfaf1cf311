import { filterFault, type TicketFilter } from '@kontor/contracts/ticket-filter';
import { DEFAULT_VIEWS, VIEW_LAYOUTS, type ViewLayout } from '@kontor/contracts/ticket-views';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '@kontor/contracts/tickets';

/** What a link to the list can hold. Those of several choices are comma lists. */
const SEVERAL = { status: TICKET_STATUSES, priority: TICKET_PRIORITIES } as const;
const SINGLE = ['view', 'q', 'assignee', 'tag', 'requester', 'company', 'number', 'layout', 'filter'] as const;
/** Of an address, what says how the list is shown rather than which tickets. */
const SHOWING: readonly string[] = ['view', 'layout'];
const ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What each single filter can be; anything else in an address means nothing. */
const FORMS: Record<(typeof SINGLE)[number], RegExp> = {
  view: new RegExp(`${ID.source}|^(${Object.keys(DEFAULT_VIEWS).join('|')})$`, 'i'),
  q: /^.{1,200}$/,
  layout: new RegExp(`^(${VIEW_LAYOUTS.join('|')})$`),
  filter: /^\{.{1,8000}\}$/,
  assignee: new RegExp(`${ID.source}|^(me|none)$`, 'i'),
  tag: /^.{1,40}$/,
  requester: ID,
  company: ID,
  number: /^\d{1,9}$/,
};
const DATES = ['createdAfter', 'createdBefore', 'updatedAfter', 'updatedBefore'] as const;
const SORTS = ['-updatedAt', 'updatedAt', '-createdAt', 'createdAt', '-number', 'number', '-priority', 'priority', '-relevance'] as const;

export type Sort = (typeof SORTS)[number];
export type FilterName = keyof typeof SEVERAL | (typeof SINGLE)[number] | (typeof DATES)[number];

export interface TicketFilters {
  values: Partial<Record<FilterName, string>>;
  sort: Sort;
  /** The order where the address names none. */
  usualSort: Sort;
  cursor: string | undefined;
}

/** What a saved view brings to an address that names it. */
export interface SavedView {
  filter: TicketFilter;
  sort: Sort;
  layout: ViewLayout;
}

export type SearchParams = Record<string, string | string[] | undefined>;

const DEFAULT_SORT: Sort = '-updatedAt';

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
  if (values.filter && !parsedFilter(values.filter)) delete values.filter;
  const usualSort = values.q ? '-relevance' : DEFAULT_SORT;
  const sort = SORTS.find((known) => known === params.sort && (known !== '-relevance' || values.q)) ?? usualSort;
  return { values, sort, usualSort, cursor: typeof params.cursor === 'string' ? params.cursor : undefined };
}

function parsedFilter(json: string): TicketFilter | undefined {
  try {
    const filter = JSON.parse(json) as unknown;
    return filterFault(filter) ? undefined : (filter as TicketFilter);
  } catch {
    return undefined;
  }
}

/** The same in the order of the view, where the address names no other. */
export function inOrderOf(filters: TicketFilters, view: SavedView | undefined): TicketFilters {
  if (!view || filters.values.q) return filters;
  return { ...filters, usualSort: view.sort, sort: filters.sort === filters.usualSort ? view.sort : filters.sort };
}

/** The nested filter that holds: the address's own, or the view's. */
export function nestedFilter({ values }: TicketFilters, view: SavedView | undefined): TicketFilter | undefined {
  return values.filter ? parsedFilter(values.filter) : view?.filter;
}

export function layoutOf({ values }: TicketFilters, view: SavedView | undefined): ViewLayout {
  return VIEW_LAYOUTS.find((layout) => layout === values.layout) ?? view?.layout ?? 'list';
}

/** True where the address itself chooses among the tickets. */
export function isFiltered({ values }: TicketFilters): boolean {
  return Object.keys(values).some((name) => !SHOWING.includes(name));
}

/** The address of the list with some of it changed; `undefined` takes a filter away. A new view starts at its first page. */
export function listHref(filters: TicketFilters, change: Partial<Record<FilterName | 'sort' | 'cursor', string | undefined>> = {}): string {
  const { sort = filters.sort, cursor, ...rest } = change;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters.values, ...rest })) if (value) query.set(name, value);
  if (sort !== filters.usualSort) query.set('sort', sort);
  if (cursor) query.set('cursor', cursor);
  const text = query.toString().replaceAll('%2C', ',');
  return text ? `/tickets?${text}` : '/tickets';
}
