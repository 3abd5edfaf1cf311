import { Injectable } from '@nestjs/common';
import { hashPassword } from '../../platform/access/passwords.ts';
import { SecurityDecisions } from '../../platform/access/security-decisions.ts';
import { Sessions } from '../../platform/access/sessions.ts';
import { hashToken, isToken } from '../../platform/access/tokens.ts';
import { currentContext } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Conflict } from '../../platform/http/problems.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Outbox } from '../../platform/mail/outbox.ts';
import { Quotas } from '../../platform/throttling/quotas.ts';
import { AuthService } from '../auth/auth.service.ts';
import { REVOKE_ALL_SESSIONS, SET_PASSWORD } from '../auth/auth.queries.ts';
import { CLOSE_CHALLENGES } from '../second-factor/second-factor.queries.ts';
import type { ChallengeBody, ForgottenBody, ResetBody, SignedInBody } from '../users.shapes.ts';
import { ASK, OPEN_RESET, USE } from './password-reset.queries.ts';
import { PASSWORD_RESET_JOB } from './reset-mailer.ts';

/** A new password for who has forgotten the old one, by a link that only their mailbox gets. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly database: Database,
    private readonly auth: AuthService,
    private readonly sessions: Sessions,
    private readonly quotas: Quotas,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly decisions: SecurityDecisions,
  ) {}

  /**
   * The same work and answer for every address: whether there is an account is looked up by the job that mails the link.
   * @throws ProblemError QUOTA_EXCEEDED
   */
  async forget(email: string): Promise<ForgottenBody> {
    const { isSending } = this.outbox;
    if (isSending) {
      const { address } = currentContext();
      await this.database.run({ scope: { tenantId: null, userId: null } }, async () => {
        await this.quotas.charge('PASSWORD_RESET', { account: email, address });
        this.decisions.tell({ action: 'password_reset_asked', account: email });
        const { id } = (await this.database.one(ASK, [email]))!;
        await this.jobs.enqueue(PASSWORD_RESET_JOB, { resetId: id });
      });
    }
    return { isSending };
  }

  async inspect(token: string): Promise<ResetBody> {
    const { email } = await this.#open(token);
    return { email };
  }

  /** @throws Conflict GONE */
  async reset(token: string, password: string): Promise<SignedInBody | ChallengeBody> {
    const { user_id: userId } = await this.#open(token);
    // Before the first query, so that no connection waits for the hashing.
    const passwordHash = await hashPassword(password);
    await this.database.run({ scope: { tenantId: null, userId } }, async () => {
      const used = await this.database.one(USE, [hashToken(token)]);
      if (used?.user_id !== userId) throw gone();
      await this.database.query(SET_PASSWORD, [userId, passwordHash]);
      await this.database.query(REVOKE_ALL_SESSIONS, [userId]);
      await this.database.query(CLOSE_CHALLENGES, [userId]);
      this.decisions.tell({ action: 'password_reset', userId, subjectId: userId, everywhere: true });
      this.database.afterCommit(() => this.sessions.end(userId));
    });
    return this.auth.signIn({ userId, passwordHash });
  }

  async #open(token: string): Promise<{ user_id: string; email: string }> {
    const [found] = isToken('reset', token) ? await this.database.gate(OPEN_RESET, [hashToken(token)]) : [];
    if (!found) throw gone();
    return found;
  }
}

function gone(): Conflict {
  return new Conflict('This link was used, has expired, or was never one.', 'GONE');
}
