import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of pieces between two collections. */
const ENOUGH = 8_388_608;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;
let passed = 0;

/**
 * Says that a piece of a file has been dealt with. Pieces lie outside the heap of V8, which lets 64 MB of them gather before
 * it looks for them; the young ones are found in a millisecond or two.
 */
export function hasPassed(bytes: number): void {
  passed += bytes;
  if (passed < ENOUGH) return;
  passed = 0;
  collect({ type: 'minor' });
}
