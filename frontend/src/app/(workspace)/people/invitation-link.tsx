'use client';

import { useState } from 'react';
import { useFormState } from '../../../components/form/form-state.ts';
import theme from '../../../components/theme.module.css';
import classes from './people.module.css';

interface InvitationLinkProps {
  words: Record<'made' | 'hint' | 'label' | 'copy' | 'copied', string>;
}

/** The link of an invitation that was just made: shown to who made it, this once. */
export function InvitationLink({ words }: InvitationLinkProps) {
  const { result, pending } = useFormState();
  const [copied, setCopied] = useState<string>();
  if (pending || !result?.success) return null;
  const { link, email } = result.data as { link: string; email: string };
  return (
    <div className={classes.link} role="status">
      <p>
        <strong>{email}</strong> {words.made}
      </p>
      <div className={classes.linkRow}>
        <input type="text" value={link} readOnly aria-label={words.label} className={classes.linkText} onFocus={({ target }) => target.select()} />
        <button
          type="button"
          className={`${theme.button} with-script`}
          data-variant="default"
          onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(link))}
        >
          {copied === link ? words.copied : words.copy}
        </button>
      </div>
      <p className={classes.hint}>{words.hint}</p>
    </div>
  );
}
