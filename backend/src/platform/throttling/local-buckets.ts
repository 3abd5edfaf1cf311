import { Buckets, type Taken } from './buckets.ts';
import { Gcra } from './gcra.ts';

/** The buckets of this process alone. */
export class LocalBuckets extends Buckets {
  readonly areShared = false;
  readonly #gcra = new Gcra();

  take(key: string, capacity: number, interval: number): Promise<Taken> {
    return Promise.resolve(this.takeNow(key, capacity, interval));
  }

  takeNow(key: string, capacity: number, interval: number): Taken {
    return { ...this.#gcra.take(key, capacity, interval, Date.now()), refund: () => this.#gcra.refund(key, interval) };
  }

  resetAfter(keys: readonly string[]): Promise<number[]> {
    const now = Date.now();
    return Promise.resolve(keys.map((key) => this.#gcra.resetAfter(key, now)));
  }
}
