'use client';

import { Avatar } from '../../../../components/marks/avatar.tsx';
import type { Suggestions } from './use-suggestions.ts';
import classes from './composer.module.css';

/** What is offered for the word being typed. The caret stays in the text, which names the chosen one. */
export function SuggestionList({ id, label, list }: { id: string; label: string; list: Suggestions }) {
  if (list.items.length === 0) return null;
  return (
    <ul id={id} role="listbox" aria-label={label} className={classes.suggestions}>
      {list.items.map((item, index) => (
        <li
          key={item.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === list.active}
          className={classes.suggestion}
          // Before the text loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            list.choose(item);
          }}
        >
          {item.kind === 'person' && <Avatar name={item.label} size={20} />}
          <span>{item.label}</span>
          {item.kind === 'answer' && <kbd>{item.hint}</kbd>}
        </li>
      ))}
    </ul>
  );
}
