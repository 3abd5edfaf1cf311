import { WEBHOOK_SCHEDULE } from '@kontor/contracts/webhooks';

/** Attempts of many events that failed together do not come back together. */
const JITTER = 0.1;

/** When to try again after so many tries; undefined where the schedule is over. */
export function nextTry(tries: number, now: Date, random: () => number = Math.random): Date | undefined {
  const seconds = WEBHOOK_SCHEDULE[tries];
  return seconds === undefined ? undefined : new Date(now.getTime() + Math.round(seconds * 1_000 * (1 + JITTER * random())));
}
