import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { SignInLimit } from '../throttling/sign-in-limit.ts';
import { passwordMatches } from './passwords.ts';
import { SignInFailed } from './sign-in-failed.ts';

const BY_EMAIL = sql<{ user_id: string; password_hash: string }>('SELECT * FROM gate.credential($1)');
const BY_PERSON = sql<{ password_hash: string }>('SELECT * FROM gate.password($1)');

/** A person whose password was right, with the hash it was right by. */
export interface Proven {
  userId: string;
  passwordHash: string;
}

/** Checks passwords; failed attempts are counted by account and by address, anything else costs nothing. */
@Injectable()
export class Credentials {
  constructor(
    private readonly database: Database,
    private readonly limit: SignInLimit,
  ) {}

  /** @throws Unauthenticated the same for an unknown account and a wrong password; ProblemError RATE_LIMITED */
  async check(email: string, password: string, address: string): Promise<Proven> {
    const account = email.replaceAll('\u0000', '').trim().toLowerCase().slice(0, 254);
    const proven = await this.#counted(account, address, password, async () => {
      const [found] = await this.database.gate(BY_EMAIL, [account]);
      return found && { userId: found.user_id, passwordHash: found.password_hash };
    });
    if (!proven) throw new SignInFailed('The e-mail address or the password is wrong.', 'password', { account });
    return proven;
  }

  /** The person's own present password, or undefined where it is not that. @throws ProblemError RATE_LIMITED */
  confirm(userId: string, password: string, address: string): Promise<Proven | undefined> {
    return this.#counted(userId, address, password, async () => {
      const [found] = await this.database.gate(BY_PERSON, [userId]);
      return found && { userId, passwordHash: found.password_hash };
    });
  }

  /** Charged before the password is looked at, so that parallel guesses count; only a wrong one stays charged. */
  async #counted(account: string, address: string, password: string, find: () => Promise<Proven | undefined>): Promise<Proven | undefined> {
    const charged = await this.limit.charge(account, address);
    let isWrong = false;
    try {
      const found = await find();
      isWrong = !(await passwordMatches(found?.passwordHash, password));
      return isWrong ? undefined : found;
    } finally {
      if (!isWrong) charged.refund();
    }
  }
}
