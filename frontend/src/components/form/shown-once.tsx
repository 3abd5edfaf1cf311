'use client';

import { useState } from 'react';
import theme from '../theme.module.css';
import { useFormState } from './form-state.ts';
import classes from './shown-once.module.css';

interface ShownOnceProps {
  /** What of the answer is to be copied, and what it is of. */
  field: string;
  of: string;
  words: Record<'made' | 'hint' | 'label' | 'copy' | 'copied', string>;
}

/** A secret that was just made, such as a link or a key: shown to who made it, this once. */
export function ShownOnce({ field, of, words }: ShownOnceProps) {
  const { result, pending } = useFormState();
  const [copied, setCopied] = useState<string>();
  if (pending || !result?.success) return null;
  const { [field]: secret = '', [of]: name } = result.data as Record<string, string>;
  return (
    <div className={classes.card} role="status">
      <p>
        <strong>{name}</strong> {words.made}
      </p>
      <div className={classes.row}>
        <input type="text" value={secret} readOnly aria-label={words.label} className={classes.text} onFocus={({ target }) => target.select()} />
        <button
          type="button"
          className={`${theme.button} with-script`}
          data-variant="default"
          onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(secret))}
        >
          {copied === secret ? words.copied : words.copy}
        </button>
      </div>
      <p className={classes.hint}>{words.hint}</p>
    </div>
  );
}
