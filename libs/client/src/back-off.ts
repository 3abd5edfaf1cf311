const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;

/**
 * How long to wait after so many failures in a row, in milliseconds. Full jitter: after a restart of the gateway its
 * clients come back spread out.
 * @param random from 0 to 1
 */
export function backOff(failures: number, random: number): number {
  return random * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures);
}
