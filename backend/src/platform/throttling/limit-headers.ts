/** A bucket after somebody asked it for a token. */
export interface Counted {
  name: string;
  capacity: number;
  /** Whole seconds in which the empty bucket fills. */
  window: number;
  remaining: number;
  /** Whole seconds until it is full. */
  reset: number;
}

/** `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers). */
export function limitHeaders({ name, capacity, window, remaining, reset }: Counted): [string, string][] {
  return [
    ['ratelimit-policy', `"${name}";q=${capacity};w=${window}`],
    ['ratelimit', `"${name}";r=${remaining};t=${reset}`],
  ];
}
