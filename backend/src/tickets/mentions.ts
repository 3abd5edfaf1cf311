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
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at > 0 && WORD.test(text[at - 1]!)) continue;
    const named = people.filter(({ name }) => isAt(text, at + 1, name));
    const longest = Math.max(...named.map(({ name }) => name.length));
    const best = named.filter(({ name }) => name.length === longest);
    if (best.length === 1) found.add(best[0]!.userId);
  }
  return [...found];
}

function isAt(text: string, start: number, name: string): boolean {
  const end = start + name.length;
  const isSame = text.slice(start, end).toLocaleLowerCase() === name.toLocaleLowerCase();
  return isSame && !(end < text.length && WORD.test(text[end]!));
}
