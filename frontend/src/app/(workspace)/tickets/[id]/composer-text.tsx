'use client';

import { useEffect, useRef } from 'react';
import { useField } from '../../../../components/form/form-state.ts';
import { keepDraft, readDraft } from './draft.ts';
import classes from './composer.module.css';

interface ComposerTextProps {
  label: string;
  placeholder: string;
  maxLength: number;
  draft: string;
}

/** Where a message is typed; leaving the page and coming back finds it as it was. */
export function ComposerText({ label, placeholder, maxLength, draft }: ComposerTextProps) {
  const { error, typed } = useField('body');
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (area.current && !area.current.value) area.current.value = readDraft(draft);
  }, [draft]);

  return (
    <>
      <textarea
        ref={area}
        name="body"
        rows={3}
        maxLength={maxLength}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${draft}-error` : undefined}
        placeholder={placeholder}
        defaultValue={typed ?? ''}
        className={classes.text}
        onInput={(event) => keepDraft(draft, event.currentTarget.value)}
      />
      {error && (
        <p id={`${draft}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </>
  );
}
