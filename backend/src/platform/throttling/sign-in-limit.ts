import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { ProblemError } from '../http/problems.ts';
import { addressKey } from './address.ts';
import { Buckets, type Taken } from './buckets.ts';

/** One failed attempt comes back every 90 s. */
const INTERVAL = 90_000;

/** Failed sign-ins, by account and by address. An attempt is charged before the password is looked at, so that parallel guesses count. */
@Injectable()
export class SignInLimit {
  constructor(
    private readonly buckets: Buckets,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws ProblemError RATE_LIMITED */
  async charge(account: string, address: string): Promise<{ refund: () => void }> {
    const keys = [`sign-in:account:${createHash('sha256').update(account).digest('base64url')}`, `sign-in:address:${addressKey(address)}`];
    const taken: Taken[] = [];
    const refund = () => taken.forEach((token) => token.refund());
    for (const key of keys) {
      const token = await this.buckets.take(key, this.settings.limits.SIGN_IN, INTERVAL);
      if (token.retryAfter > 0) {
        refund();
        throw new ProblemError('RATE_LIMITED', 'Too many failed attempts. Wait before you try again.', {
          retryAfter: Math.ceil(token.retryAfter / 1_000),
        });
      }
      taken.push(token);
    }
    return { refund };
  }
}
