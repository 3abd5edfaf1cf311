/** Somebody who can be mentioned. */
export interface Mentionable {
  userId: string;
  name: string;
}

const WORD = /[\p{L}\p{N}_]/u;

/**
 * Who is mentioned in a text: each `@` followed by the whole name of exactly one of `people`, the longest that fits.
 * A name that two people have mentions neither, and an address (`rosa@ida`) nobody.
 */
export function mentionsIn(text: string, people: readonly Mentionable[]): string[] {
  const found = new Set<string>();
  const names = byLength(people);
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at > 0 && WORD.test(text[at - 1]!)) continue;
    const [one, another] = namedAt(text, at + 1, names);
    if (one !== undefined && another === undefined) found.add(one);
  }
  return [...found];
}

/** Whose name is so long, by the name; longest first. A text may have thousands of `@`: each is looked up once a length, not once a person. */
type Names = ReadonlyMap<number, ReadonlyMap<string, readonly string[]>>;

function byLength(people: readonly Mentionable[]): Names {
  const names = new Map<number, Map<string, string[]>>();
  for (const { userId, name } of people.toSorted((a, b) => b.name.length - a.name.length)) {
    const alike = names.get(name.length) ?? new Map<string, string[]>();
    const key = name.toLocaleLowerCase();
    names.set(name.length, alike.set(key, [...(alike.get(key) ?? []), userId]));
  }
  return names;
}

function namedAt(text: string, start: number, names: Names): readonly string[] {
  for (const [length, alike] of names) {
    const end = start + length;
    const named = alike.get(text.slice(start, end).toLocaleLowerCase());
    if (named && !(end < text.length && WORD.test(text[end]!))) return named;
  }
  return [];
}
