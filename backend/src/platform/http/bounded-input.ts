import { isApiKey } from '../access/api-keys.ts';
import { Invalid, ProblemError } from './problems.ts';

/** Levels of nesting, and values and keys in all, that a body or query may have. Validation costs by the value. */
const DEEPEST = 32;
const MOST = 1_000;

/**
 * Refuses what would be expensive to validate, before anything looks at it, and keys that every object has: validation
 * would take those for declared. A key that stands where addresses and bodies are logged is refused before it is used to anything.
 * @throws ProblemError MALFORMED_REQUEST, Invalid
 */
export function checkBounds(input: unknown, prefix: string): void {
  let left = MOST;
  const visit = (value: unknown, levels: number, pointer: string): void => {
    if (typeof value === 'string' && isApiKey(value)) throw Invalid.field(pointer.slice(0, -1), 'INVALID_VALUE', 'A key goes into the Authorization header only. This one is known to whoever saw the request: revoke it.');
    if (typeof value !== 'object' || value === null) return;
    if (levels === 0) throw new ProblemError('MALFORMED_REQUEST', `Nested more than ${DEEPEST} levels deep.`);
    for (const key in value) {
      if (left-- === 0) throw new ProblemError('MALFORMED_REQUEST', `More than ${MOST} values.`);
      if (key in Object.prototype) throw Invalid.field(`${pointer}${key}`, 'UNKNOWN_FIELD', 'Is not a field here.');
      visit((value as Record<string, unknown>)[key], levels - 1, `${pointer}${key}/`);
    }
  };
  visit(input, DEEPEST, prefix);
}
