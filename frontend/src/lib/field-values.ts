import type { FieldValue } from '@kontor/contracts/tickets';
import type { Field } from './api-types.ts';
import { call } from './api.ts';

type Typed = Readonly<Record<string, string[]>>;

/** What was typed into fields of the workspace's own, as the API takes it; an empty one takes its value away. */
export async function fieldValues(typed: Typed): Promise<Record<string, FieldValue | null>> {
  if (Object.keys(typed).length === 0) return {};
  const { items } = await call('GET', '/fields');
  const known = new Map(items.map((field) => [field.key, field]));
  return Object.fromEntries(Object.entries(typed).map(([key, values]) => [key, valueOf(known.get(key)?.kind, values)]));
}

/** A value that does not fit its kind goes as it was typed: the API says what is wrong with it. */
export function valueOf(kind: Field['kind'] | undefined, values: readonly string[]): FieldValue | null {
  const given = values.filter((value) => value.trim() !== '');
  const first = given[0]?.trim();
  if (first === undefined) return null;
  if (kind === 'choices') return given;
  if (kind === 'boolean') return first === 'true';
  if (kind === 'integer') return /^-?\d{1,15}$/.test(first) ? Number(first) : first;
  return kind === 'decimal' ? first.replace(',', '.') : first;
}
