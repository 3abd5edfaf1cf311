'use client';

import { createContext, use } from 'react';
import type { ActionResult, Choice } from '../../lib/action-result.ts';

interface FormState {
  result: ActionResult | null;
  pending: boolean;
}

export const FormStateContext = createContext<FormState>({ result: null, pending: false });

/** What the fields of a form need to know of it. */
export function useFormState(): FormState {
  return use(FormStateContext);
}

interface FieldState {
  error: string | undefined;
  /** What was typed when the form was refused. */
  typed: string | undefined;
  /** What it may have meant. */
  choices: readonly Choice[];
}

export function useField(name: string): FieldState {
  const { result } = useFormState();
  if (!result || result.success) return { error: undefined, typed: undefined, choices: [] };
  return { error: result.fieldErrors?.[name], typed: result.values[name]?.[0], choices: result.choices?.[name] ?? [] };
}
