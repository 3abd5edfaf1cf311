'use client';

import { useEffect, useRef } from 'react';
import { useField, useFormState } from '../../../../components/form/form-state.ts';
import { keepDraft, readDraft } from './draft.ts';
import { useSay } from './presence/ticket-presence.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import type { Mentionable, OfferedAnswer } from './suggestions.ts';
import { useSuggestions } from './use-suggestions.ts';
import classes from './composer.module.css';

interface ComposerTextProps {
  label: string;
  placeholder: string;
  maxLength: number;
  draft: string;
  ticketId: string;
  tenant: string;
  people: readonly Mentionable[];
  answers: readonly OfferedAnswer[];
  suggestions: string;
}

/** Where a message is typed; leaving the page and coming back finds it as it was. */
export function ComposerText({ label, placeholder, maxLength, draft, suggestions, ...offered }: ComposerTextProps) {
  const { error, typed } = useField('body');
  const { result } = useFormState();
  // Without JavaScript the form comes back with a canned answer in it.
  const { inserted } = (result?.success ? result.data : {}) as { inserted?: string };
  const area = useRef<HTMLTextAreaElement>(null);
  const say = useSay();
  const list = useSuggestions(area, offered);

  useEffect(() => {
    if (area.current && !area.current.value) area.current.value = readDraft(draft);
  }, [draft]);

  useEffect(() => {
    // The button that sent it anyway is gone: what is written next goes on from here.
    if (result?.success && document.activeElement === document.body) area.current?.focus();
  }, [result]);

  return (
    <>
      <SuggestionList id={`${draft}-list`} label={suggestions} list={list} />
      <textarea
        ref={area}
        name="body"
        rows={3}
        maxLength={maxLength}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${draft}-error` : undefined}
        aria-autocomplete="list"
        aria-controls={list.items.length > 0 ? `${draft}-list` : undefined}
        aria-activedescendant={list.items.length > 0 ? `${draft}-list-${list.active}` : undefined}
        placeholder={placeholder}
        defaultValue={typed ?? inserted ?? ''}
        className={classes.text}
        onInput={(event) => {
          keepDraft(draft, event.currentTarget.value);
          say('typing');
        }}
        onKeyDown={list.onKeyDown}
        onBlur={list.close}
      />
      {list.picked.length > 0 && <input type="hidden" name="mentions" value={list.picked.join()} />}
      {error && (
        <p id={`${draft}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </>
  );
}
