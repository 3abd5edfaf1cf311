/** What became of asking a bucket for a token; times in ms. */
export interface Taken {
  remaining: number;
  /** 0 where the token was given, else until one is there. */
  retryAfter: number;
  /** Until the bucket is full. */
  resetAfter: number;
  /** Gives the token back. */
  refund: () => void;
}

/** Token buckets by key. One of `capacity` gives a token back every `interval` ms. */
export abstract class Buckets {
  /** True where all processes count in the same buckets. */
  abstract readonly areShared: boolean;
  abstract take(key: string, capacity: number, interval: number): Promise<Taken>;
  /** Milliseconds until each bucket is full, without taking anything. */
  abstract resetAfter(keys: readonly string[]): Promise<number[]>;
}
