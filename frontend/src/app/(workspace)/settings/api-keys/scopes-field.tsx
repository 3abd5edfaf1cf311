'use client';

import type { ReactNode } from 'react';
import { useField } from '../../../../components/form/form-state.ts';
import classes from './api-keys.module.css';

/** Around the scopes of all areas: what was wrong with the choice stands above it. */
export function ScopesField({ label, children }: { label: string; children: ReactNode }) {
  const { error } = useField('scopes');
  return (
    <div role="group" aria-label={label} className={classes.areas}>
      {error && <p className={classes.error}>{error}</p>}
      {children}
    </div>
  );
}
