'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { useField, useFormState } from '../../../../../components/form/form-state.ts';
import classes from '../relations/relations.module.css';

/** The group of boxes: says what is missing, and keeps what was ticked when the form is refused. */
export function MessagesField({ legend, children }: { legend: string; children: ReactNode }) {
  const { error } = useField('messageIds');
  const { result } = useFormState();
  const group = useRef<HTMLFieldSetElement>(null);

  useEffect(() => {
    if (!result || result.success) return;
    const ticked = result.values['messageIds'] ?? [];
    for (const box of group.current?.querySelectorAll('input') ?? []) box.checked = ticked.includes(box.value);
  }, [result]);

  return (
    <fieldset ref={group} className={classes.messages} aria-invalid={error ? true : undefined}>
      <legend>{legend}</legend>
      {children}
      {error && <p className={classes.error}>{error}</p>}
    </fieldset>
  );
}
