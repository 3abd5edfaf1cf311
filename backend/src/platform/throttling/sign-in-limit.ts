import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { ProblemError } from '../http/problems.ts';
import { addressKey } from './address.ts';
import { Gcra } from './gcra.ts';

/** One failed attempt comes back every 90 s. */
const INTERVAL = 90_000;

/** Failed sign-ins, by account and by address. An attempt is charged before the password is looked at, so that parallel guesses count. */
@Injectable()
export class SignInLimit {
  readonly #buckets = new Gcra();

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** @throws ProblemError RATE_LIMITED */
  charge(account: string, address: string): { refund: () => void } {
    const keys = [`sign-in:account:${account}`, `sign-in:address:${addressKey(address)}`];
    const taken: string[] = [];
    const refund = () => taken.forEach((key) => this.#buckets.refund(key, INTERVAL));
    for (const key of keys) {
      const { retryAfter } = this.#buckets.take(key, this.settings.limits.SIGN_IN, INTERVAL, Date.now());
      if (retryAfter > 0) {
        refund();
        throw new ProblemError('RATE_LIMITED', 'Too many failed attempts. Wait before you try again.', {
          retryAfter: Math.ceil(retryAfter / 1_000),
        });
      }
      taken.push(key);
    }
    return { refund };
  }
}
