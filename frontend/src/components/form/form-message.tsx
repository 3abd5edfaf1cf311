'use client';

import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useFormState } from './form-state.ts';
import classes from './form.module.css';

/** What became of the last try; errors of single fields stand at those fields. */
export function FormMessage({ done, traceLabel }: { done: string | undefined; traceLabel: string }) {
  const { result, pending } = useFormState();
  if (pending || !result) return null;
  if (result.success) {
    return done ? (
      <p role="status" className={classes.done}>
        <IconCheck size={16} stroke={1.75} aria-hidden /> {done}
      </p>
    ) : null;
  }
  // Told where it stands, with the way out beside it.
  if (result.newMessages) return null;
  return (
    <div role="alert" className={classes.refused}>
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      <p>
        {result.error}{' '}
        {result.code === 'INTERNAL' && (
          <small className={classes.trace}>
            {traceLabel} {result.traceId}
          </small>
        )}
      </p>
    </div>
  );
}
