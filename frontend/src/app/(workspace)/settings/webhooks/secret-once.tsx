'use client';

import type { ReactNode } from 'react';
import { useFormState } from '../../../../components/form/form-state.ts';
import { LinkButton } from '../../../../components/link-button.tsx';
import page from '../../../../components/page.module.css';
import classes from './webhooks.module.css';

interface SecretOnceProps {
  words: { lead: string; secret: string; next: string };
  /** Where the way goes on, before the id of what was made. */
  next: string;
  children: ReactNode;
}

/** The form, and in its place the secret once there is one. */
export function SecretOnce({ words, next, children }: SecretOnceProps) {
  const { result } = useFormState();
  if (!result?.success) return children;
  const { id, secret } = result.data as { id: string; secret: string };
  return (
    <>
      <p role="status">{words.lead}</p>
      <dl className={classes.secret}>
        <dt>{words.secret}</dt>
        <dd>
          <code>{secret}</code>
        </dd>
      </dl>
      <div className={page.buttons}>
        <LinkButton href={`${next}/${id}`} variant="filled">
          {words.next}
        </LinkButton>
      </div>
    </>
  );
}
