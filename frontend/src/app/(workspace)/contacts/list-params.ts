/** What the address of a list of contacts or companies says. */
export interface ListParams {
  q?: string | string[];
  archived?: string;
  sort?: string;
  cursor?: string;
}

export interface List<Sort extends string> {
  q: string;
  isArchived: boolean;
  sort: Sort;
  cursor: string | undefined;
  /** What the API is asked for. */
  query: { q?: string; archived?: boolean; sort: Sort; cursor?: string };
  /** What it finds, in whatever order, as a query. */
  matching: string;
  /** The list with something else about it; the cursor goes with the order it was made for. */
  href: (change: { sort?: Sort; cursor?: string }) => string;
}

/** Reads an address; an order that there is not is the first one. */
export function listOf<const Sort extends string>(path: string, { q: asked = '', archived, sort: wanted, cursor }: ListParams, sorts: readonly [Sort, ...Sort[]]): List<Sort> {
  const q = (Array.isArray(asked) ? (asked[0] ?? '') : asked).trim().slice(0, 200);
  const isArchived = archived === 'true';
  const sort = sorts.find((name) => name === wanted) ?? sorts[0];
  const query = { ...(q && { q }), ...(isArchived && { archived: true }), sort, ...(cursor && { cursor }) };
  const matching = new URLSearchParams({ ...(q && { q }), ...(isArchived && { archived: 'true' }) }).toString();
  const href = (change: { sort?: Sort; cursor?: string }) => {
    const next = { ...(q && { q }), ...(isArchived && { archived: 'true' }), ...(sort !== sorts[0] && { sort }), ...change };
    const text = new URLSearchParams(next).toString();
    return text ? `${path}?${text}` : path;
  };
  return { q, isArchived, sort, cursor, query, matching, href };
}

/** The head of a column that sorts: the first press in its own direction, the next one turned round. */
export function sortedBy<Sort extends string>(list: List<Sort>, label: string, first: Sort, turned: Sort) {
  const direction = list.sort === first || list.sort === turned ? (list.sort.startsWith('-') ? ('descending' as const) : ('ascending' as const)) : undefined;
  return { label, href: list.href({ sort: list.sort === first ? turned : first }), direction };
}
