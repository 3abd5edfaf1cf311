/** Of a query what says which items are meant: as `matching` of bulk changes and exports takes it. */
export function matchingOf(query: Readonly<Record<string, unknown>>): string {
  const matching = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || PART.includes(name)) continue;
    matching.set(name, Array.isArray(value) ? value.join() : String(value as string | number));
  }
  return matching.toString();
}

/** What only says which part of a list is shown, and how. */
const PART = ['limit', 'cursor', 'count', 'sort'];
