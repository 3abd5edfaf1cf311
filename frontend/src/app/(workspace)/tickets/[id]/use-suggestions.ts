'use client';

import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { fillCannedAnswer } from './actions.ts';
import { FILL_EVENT, suggest, tokenAt, type Mentionable, type OfferedAnswer, type Suggestion, type Token } from './suggestions.ts';

interface Offered {
  ticketId: string;
  tenant: string;
  people: readonly Mentionable[];
  answers: readonly OfferedAnswer[];
}

export interface Suggestions {
  items: Suggestion[];
  active: number;
  /** Ids of the people picked whose names still stand in the text. */
  picked: string[];
  choose: (item: Suggestion) => void;
  close: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The answer's text, filled in for the ticket by the server. */
async function fill(id: string, { ticketId, tenant }: Offered): Promise<string> {
  const data = new FormData();
  for (const [name, value] of Object.entries({ id: ticketId, tenant, cannedAnswerId: id })) data.set(name, value);
  const result = await fillCannedAnswer(null, data);
  return result.success ? result.data : '';
}

/** Offers people behind `@` and canned answers behind `/`, and puts what is chosen in the place of what was typed. */
export function useSuggestions(area: RefObject<HTMLTextAreaElement | null>, offered: Offered): Suggestions {
  const { people, answers } = offered;
  const [token, setToken] = useState<Token>();
  const [active, setActive] = useState(0);
  const [picked, setPicked] = useState<readonly Mentionable[]>([]);
  const items = token ? suggest(token, token.kind === 'person' ? people : [], answers) : [];

  useEffect(() => {
    const text = area.current;
    const look = () => {
      if (!text) return;
      setToken(tokenAt(text.value, text.selectionStart));
      setActive(0);
      setPicked((present) => (present.every(({ name }) => text.value.includes(`@${name}`)) ? present : present.filter(({ name }) => text.value.includes(`@${name}`))));
    };
    const offer = () => {
      if (!text) return;
      text.focus();
      const isAtStart = text.selectionStart === 0 || text.value[text.selectionStart - 1] === '\n';
      put(text, isAtStart ? '/' : '\n/', text.selectionStart, text.selectionEnd);
    };
    text?.addEventListener('input', look);
    text?.addEventListener(FILL_EVENT, offer);
    return () => {
      text?.removeEventListener('input', look);
      text?.removeEventListener(FILL_EVENT, offer);
    };
  }, [area]);

  const close = () => setToken(undefined);
  const choose = (item: Suggestion) => {
    const text = area.current;
    if (!text || !token) return;
    const { start, query } = token;
    const end = start + query.length + 1;
    close();
    if (item.kind === 'person') {
      setPicked((present) => [...present.filter(({ id }) => id !== item.id), { id: item.id, name: item.label }]);
      return put(text, `@${item.label} `, start, end);
    }
    void fill(item.id, offered).then((filled) => filled && put(text, filled, start, end));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const item = items[active];
    if (!item || event.ctrlKey || event.metaKey) return;
    const isShortcut = event.key === ' ' && item.kind === 'answer' && item.hint === `/${token?.query}`;
    const step = STEPS[event.key];
    if (step) setActive((active + step + items.length) % items.length);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' || event.key === 'Tab' || isShortcut) choose(item);
    else return;
    event.preventDefault();
    // Escape would otherwise leave the field, too.
    event.nativeEvent.stopImmediatePropagation();
  };
  return { items, active, picked: picked.map(({ id }) => id), choose, close, onKeyDown };
}

/** Replaces a part of the text and tells everybody who listens to its input. */
function put(text: HTMLTextAreaElement, words: string, start: number, end: number): void {
  text.setRangeText(words, start, end, 'end');
  text.dispatchEvent(new Event('input', { bubbles: true }));
  text.focus();
}
