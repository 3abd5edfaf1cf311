import { CANNED_VARIABLES, type CannedVariable } from '@kontor/contracts/canned-answers';

/** Values of the variables; null or '' is a gap. */
export type CannedValues = Record<CannedVariable, string | null>;

/** Blanks around the name are cut from what is found: looked for, thousands of them would be tried in every way. */
const PLACE = /\{\{([^{}]*)\}\}/g;

function isVariable(name: string): name is CannedVariable {
  return (CANNED_VARIABLES as readonly string[]).includes(name);
}

/** What cannot be filled in: names that are no variable, and braces that belong to none. */
export function faultsOf(template: string): string[] {
  const unknown = [...template.matchAll(PLACE)].map(([, name]) => name!.trim()).filter((name) => !isVariable(name));
  const loose = /\{\{|\}\}/.exec(template.replace(PLACE, ''));
  return [...unknown, ...(loose ? [loose[0]] : [])];
}

/**
 * The text with every variable filled in, at once: a value that looks like a variable stays what it is. Where a value is
 * missing a mark stands in its place that nobody overlooks, and no braces.
 */
export function fillIn(template: string, values: CannedValues): { text: string; missing: CannedVariable[] } {
  const missing = new Set<CannedVariable>();
  const text = template.replace(PLACE, (whole, between: string) => {
    const name = between.trim();
    if (!isVariable(name)) return whole;
    const value = values[name];
    if (value) return value;
    missing.add(name);
    return `[${name}?]`;
  });
  return { text, missing: [...missing] };
}
