/** Of a query what says which items are meant: as `matching` of bulk changes and exports takes it. */
export function matchingOf(query: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>): string {
  const matching = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || PART.includes(name)) continue;
    matching.set(name, typeof value === 'object' ? value.join() : String(value));
  }
  return matching.toString();
}

/** What only says which part of a list is shown, and how. */
const PART = ['limit', 'cursor', 'count', 'sort'];
