export interface Mentionable {
  id: string;
  name: string;
}

export interface OfferedAnswer {
  id: string;
  name: string;
  shortcut: string;
}

/** Asks a text to offer canned answers where its caret stands. */
export const FILL_EVENT = 'kontor:fill';

export type Suggestion = { kind: 'person'; id: string; label: string } | { kind: 'answer'; id: string; label: string; hint: string };

/** What is being typed that asks for suggestions, and where it begins in the text. */
export interface Token {
  kind: Suggestion['kind'];
  query: string;
  start: number;
}

const PERSON = /(?:^|[\s(])@([\p{L}\p{N}.'-]*(?: [\p{L}\p{N}.'-]*)?)$/u;
const ANSWER = /(?:^|\n)\/([a-z0-9-]*)$/i;
const MOST = 8;

/** The token that ends at the caret: `@` and a name, or at the beginning of a line `/` and a word. */
export function tokenAt(text: string, caret: number): Token | undefined {
  const before = text.slice(0, caret);
  const person = PERSON.exec(before)?.[1];
  if (person !== undefined) return { kind: 'person', query: person, start: caret - person.length - 1 };
  const answer = ANSWER.exec(before)?.[1];
  return answer === undefined ? undefined : { kind: 'answer', query: answer, start: caret - answer.length - 1 };
}

/** What fits the token, what begins with it first. */
export function suggest({ kind, query }: Token, people: readonly Mentionable[], answers: readonly OfferedAnswer[]): Suggestion[] {
  const wanted = query.toLocaleLowerCase();
  const begins = (...texts: string[]) => texts.some((text) => text.toLocaleLowerCase().startsWith(wanted));
  const holds = (...texts: string[]) => texts.some((text) => text.toLocaleLowerCase().includes(wanted));
  if (kind === 'person') {
    const fitting = people.filter(({ name }) => begins(name, ...name.split(' ')));
    return fitting.slice(0, MOST).map(({ id, name }) => ({ kind, id, label: name }));
  }
  const fitting = answers.filter(({ name, shortcut }) => holds(shortcut, name));
  const first = fitting.filter(({ shortcut }) => begins(shortcut));
  const ordered = [...first, ...fitting.filter((answer) => !first.includes(answer))];
  return ordered.slice(0, MOST).map(({ id, name, shortcut }) => ({ kind, id, label: name, hint: `/${shortcut}` }));
}
