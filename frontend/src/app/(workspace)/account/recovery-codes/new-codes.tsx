'use client';

import type { ReactNode } from 'react';
import { useFormState } from '../../../../components/form/form-state.ts';
import { RecoveryCodes } from '../../../(auth)/two-factor/recovery-codes.tsx';

/** The form, and in its place the codes once it was accepted. */
export function NewCodes({ words, children }: { words: Record<'done' | 'continue', string>; children: ReactNode }) {
  const { result } = useFormState();
  if (!result?.success) return children;
  const { recoveryCodes } = result.data as { recoveryCodes: string[] };
  return <RecoveryCodes codes={recoveryCodes} lead={words.done} next={{ href: '/account', label: words.continue }} />;
}
