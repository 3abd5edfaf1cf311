import { Injectable } from '@nestjs/common';
import { PASSWORD_MAX } from '@kontor/contracts/locales';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { Unauthenticated } from '../http/problems.ts';
import { SignInLimit } from '../throttling/sign-in-limit.ts';
import { passwordMatches } from './passwords.ts';

const BY_EMAIL = sql<{ user_id: string; password_hash: string }>('SELECT * FROM gate.credential($1)');

/** Checks passwords; failed attempts are counted by account and by address, successes cost nothing. */
@Injectable()
export class Credentials {
  constructor(
    private readonly database: Database,
    private readonly limit: SignInLimit,
  ) {}

  /** @throws Unauthenticated the same for an unknown account and a wrong password; ProblemError RATE_LIMITED */
  async check(email: string, password: string, address: string): Promise<{ userId: string }> {
    const account = email.trim().toLowerCase().slice(0, 254);
    const charged = this.limit.charge(account, address);
    const [found] = await this.database.gate(BY_EMAIL, [account.replaceAll('\u0000', '')]);
    const matches = await passwordMatches(found?.password_hash, password.slice(0, PASSWORD_MAX + 1));
    if (!found || !matches) throw new Unauthenticated('The e-mail address or the password is wrong.');
    charged.refund();
    return { userId: found.user_id };
  }
}
