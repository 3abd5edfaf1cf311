import type { Condition } from '../platform/http/keyset.ts';

/** Longer words are found by their beginning. */
const LONGEST = 60;
/** What is behind every text that begins alike, in the order of the bytes. */
const LAST = '\u{10FFFF}';
/** Shorter pieces of a number would find everybody. */
const SHORTEST_NUMBER = 4;

/** Without case and marks, as words: "Müller-Lüdenscheid" is `muller`, `ludenscheid`. */
export function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return [...new Set(words.map((word) => cut(word)))];
}

/** Names that say the same have the same key: "Petersen, Anke" and "anke petersen". Empty for a name without a letter. */
export function nameKey(name: string): string {
  return wordsOf(name).toSorted().join(' ');
}

/** The digits of a telephone number. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '');
}

/** What a contact is found by: words of name and addresses, whole addresses, and numbers from any digit on. */
export function contactTerms({ name, emails, phones }: { name: string; emails: readonly string[]; phones: readonly string[] }): string[] {
  const words = [name, ...emails].flatMap(wordsOf);
  const numbers = phones.map(digitsOf).flatMap((number) => Array.from({ length: Math.max(0, number.length - SHORTEST_NUMBER + 1) }, (_, place) => number.slice(place)));
  return [...new Set([...words, ...emails.map((email) => cut(email)), ...numbers.map((number) => cut(number))])];
}

/** The beginnings that all have to be found. A text of digits is a number, without zeros in front where enough is left. */
export function soughtTerms(text: string): string[] {
  const digits = digitsOf(text);
  if (/^[\d\s()+./-]+$/.test(text) && digits.length >= SHORTEST_NUMBER) return [digits.replace(/^0+(?=\d{4})/, '')];
  return [...new Set(text.split(/\s+/).flatMap((word) => (word.includes('@') ? [cut(word.toLowerCase())] : wordsOf(word))))].slice(0, 8);
}

/** Contacts of whom, or of whose company, a term begins so: by ranges, since no index serves LIKE under row-level security. */
export function contactsBeginning(term: string): Condition {
  return {
    text: `c.id IN (SELECT s.contact_id FROM contact_terms s WHERE s.term >= ? AND s.term < ?
      UNION ALL SELECT p.id FROM company_terms s JOIN contacts p ON p.company_id = s.company_id WHERE s.term >= ? AND s.term < ?)`,
    values: [term, term + LAST, term, term + LAST],
  };
}

export function companiesBeginning(term: string): Condition {
  return { text: `k.id IN (SELECT s.company_id FROM company_terms s WHERE s.term >= ? AND s.term < ?)`, values: [term, term + LAST] };
}

function cut(word: string): string {
  return [...word].slice(0, LONGEST).join('');
}
