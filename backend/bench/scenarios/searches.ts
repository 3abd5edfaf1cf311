/** Indonesian roots; the texts have them as mengirim, dikirim and pengiriman only. */
const ROOTS = ['kirim', 'bayar', 'pesan', 'ubah', 'hubung', 'ganti'];

const COMMON_SHARE = 0.2;
const SOME_SHARE = 0.025;
const FEW = 10;

interface Kinds {
  rare: string[];
  /** In about every tenth ticket: too many to carry about, and not so many that a page is soon full. */
  some: string[];
  common: string[];
}

/** What one reader searches for, one of each kind: `place` says which. `texts` are the tenant's messages. */
export type Searches = (place: number) => string[];

export function searchesIn(texts: readonly string[], { tickets, contacts }: { tickets: number; contacts: number }): Searches {
  const { rare, some, common } = kindsOf(texts);
  return (place) => {
    const of = (words: readonly string[], step = 1) => words[(place * step) % words.length]!;
    return [
      of(rare, 37),
      of(some, 3),
      of(common),
      String(((place * 97) % tickets) + 1),
      `contact${((place * 13) % contacts) + 1}@customers.test`,
      of(rare, 61).slice(0, 5),
      `${of(common)} ${of(some, 5)}`,
      of(ROOTS),
    ];
  };
}

function kindsOf(texts: readonly string[]): Kinds {
  const found = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(text.match(/\w{4,}/g))) found.set(word, (found.get(word) ?? 0) + 1);
  }
  const between = (least: number, most: number) => [...found].filter(([, count]) => count >= least && count <= most).map(([word]) => word);
  return {
    rare: between(2, FEW),
    some: between(texts.length * SOME_SHARE * 0.7, texts.length * SOME_SHARE * 1.3),
    common: between(texts.length * COMMON_SHARE, texts.length),
  };
}
