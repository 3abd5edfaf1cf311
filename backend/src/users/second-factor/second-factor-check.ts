import { Injectable } from '@nestjs/common';
import { Encryption } from '../../platform/access/encryption.ts';
import { Clock } from '../../platform/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { SignInLimit } from '../../platform/throttling/sign-in-limit.ts';
import { stepOf } from './one-time-password.ts';
import { hashRecoveryCode } from './recovery-codes.ts';
import { SECOND_FACTOR, USE_CODE, USE_STEP } from './second-factor.queries.ts';

/** Checks codes. Each holds once; wrong ones are counted by account and by address, as wrong passwords are. */
@Injectable()
export class SecondFactorCheck {
  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption,
    private readonly limit: SignInLimit,
    private readonly clock: Clock,
  ) {}

  /** What is kept for a person: encrypted, and readable for that person only. */
  seal(userId: string, secret: Buffer): Buffer {
    return this.encryption.encrypt(secret, `second factor of ${userId}`);
  }

  async isOn(userId: string): Promise<boolean> {
    const kept = await this.database.one(SECOND_FACTOR, [userId]);
    return kept !== undefined && kept.confirmedAt !== null;
  }

  /**
   * Uses up a one-time password or a recovery code; false where it is neither or was used.
   * Inside the transaction of what it is used for. @throws ProblemError RATE_LIMITED
   */
  async use(userId: string, code: string, address: string): Promise<boolean> {
    // Charged before the code is looked at, so that parallel guesses count; only a wrong one stays charged.
    const charged = await this.limit.charge(`second factor of ${userId}`, address);
    let isWrong = false;
    try {
      const isUsed = (await this.#useStep(userId, code)) || (await this.#useRecoveryCode(userId, code));
      isWrong = !isUsed;
      return isUsed;
    } finally {
      if (!isWrong) charged.refund();
    }
  }

  async #useStep(userId: string, code: string): Promise<boolean> {
    const kept = await this.database.one(SECOND_FACTOR, [userId]);
    if (!kept) return false;
    const secret = this.encryption.decrypt(kept.secret, `second factor of ${userId}`);
    const step = stepOf(secret, code.replace(/\s/g, ''), this.clock.now());
    return step !== undefined && (await this.database.one(USE_STEP, [userId, step])) !== undefined;
  }

  async #useRecoveryCode(userId: string, code: string): Promise<boolean> {
    return (await this.database.one(USE_CODE, [userId, hashRecoveryCode(code), this.clock.now().toISOString()])) !== undefined;
  }
}
