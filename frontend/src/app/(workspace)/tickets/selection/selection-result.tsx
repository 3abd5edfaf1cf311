'use client';

import { useFormState } from '../../../../components/form/form-state.ts';
import { Link } from '../../../../components/link.tsx';
import type { Operation } from '../../../../lib/api-types.ts';
import classes from './selection.module.css';

interface SelectionResultProps {
  /** `#` stands for the number. */
  words: { changed: string; refused: string; same: string; why: string };
}

/** What became of the last change, until the next selection. */
export function SelectionResult({ words }: SelectionResultProps) {
  const { result, pending } = useFormState();
  if (pending || !result) return null;
  if (!result.success) return <span role="alert">{result.error}</span>;
  const { id, counts } = result.data as Operation;
  const parts = [
    counts.changed > 0 && words.changed.replace('#', String(counts.changed)),
    counts.skipped > 0 && words.same.replace('#', String(counts.skipped)),
    counts.refused > 0 && words.refused.replace('#', String(counts.refused)),
  ].filter((part) => part !== false);
  return (
    <span role="status" className={classes.result}>
      {parts.join(' · ')}
      {counts.refused > 0 && (
        <Link href={`/operations/${id}`} className={classes.why}>
          {words.why}
        </Link>
      )}
    </span>
  );
}
