/** So many refreshes may follow each other closely, as the steps of one colleague do. */
const BURST = 4;
/** One more is earned in this time: what a busy workspace costs is two refreshes a second, and what a colleague does is seen within one. */
const EARN_MS = 500;
/** Events of one change come together: they are shown together. */
const GATHER_MS = 200;

/** How often a page is refreshed by events. Times are in milliseconds of one clock. */
export class Pace {
  private allowance = BURST;
  private last = -Infinity;

  /** How long the next refresh has to wait at `now`; 0 for not at all. */
  wait(now: number): number {
    const since = now - this.last;
    const earned = this.allowance + since / EARN_MS;
    const untilEarned = earned >= 1 ? 0 : Math.ceil((1 - earned) * EARN_MS);
    return Math.max(untilEarned, GATHER_MS - since, 0);
  }

  /** Counts a refresh at `now`. */
  take(now: number): void {
    this.allowance = Math.min(BURST, this.allowance + (now - this.last) / EARN_MS) - 1;
    this.last = now;
  }
}
