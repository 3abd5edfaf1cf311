/**
 * Token buckets by the generic cell rate algorithm (ITU-T I.371), in whole milliseconds: a key keeps only the moment at
 * which its bucket will be full again. A bucket of `capacity` gives one token back every `interval` ms.
 */
export class Gcra {
  readonly #fullAt = new Map<string, number>();
  #sweepAt = 0;

  /** Takes a token. `retryAfter` is 0 where it was given, else the ms until one is there. */
  take(key: string, capacity: number, interval: number, now: number): { remaining: number; retryAfter: number; resetAfter: number } {
    this.#sweep(now);
    const fullAt = Math.max(this.#fullAt.get(key) ?? 0, now);
    const after = fullAt + interval;
    const retryAfter = Math.max(0, after - now - capacity * interval);
    if (retryAfter > 0) return { remaining: 0, retryAfter, resetAfter: fullAt - now };
    this.#fullAt.set(key, after);
    return { remaining: Math.floor(capacity - (after - now) / interval), retryAfter: 0, resetAfter: after - now };
  }

  /** Milliseconds until the bucket is full. */
  resetAfter(key: string, now: number): number {
    return Math.max(0, (this.#fullAt.get(key) ?? 0) - now);
  }

  /** Gives a token back. */
  refund(key: string, interval: number): void {
    const fullAt = this.#fullAt.get(key);
    if (fullAt !== undefined) this.#fullAt.set(key, fullAt - interval);
  }

  /** Full buckets need no memory; they are dropped once a minute. */
  #sweep(now: number): void {
    if (now < this.#sweepAt) return;
    this.#sweepAt = now + 60_000;
    for (const [key, fullAt] of this.#fullAt) if (fullAt <= now) this.#fullAt.delete(key);
  }
}
