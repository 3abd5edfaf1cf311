import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Encryption } from '../../platform/access/encryption.ts';
import { issueToken } from '../../platform/access/tokens.ts';
import { Clock } from '../../platform/clock.ts';
import { SETTINGS, type Settings } from '../../platform/config/settings.ts';
import { Database } from '../../platform/database/database.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { PersonalMail } from '../../platform/mail/personal-mail.ts';
import { ISSUE } from './password-reset.queries.ts';

export const PASSWORD_RESET_JOB = 'password-reset';

const MINUTES = 30;
/** The waits between attempts, in ms, for as long as the link would still hold. */
const WAITS = [15, 30, 60, 120, 240, 480].map((seconds) => seconds * 1_000);

/**
 * Mails the link of a reset to the address of the account, if there is one. It belongs to no tenant and stands in no
 * outbox: nobody but the person may read it. The token is made of the reset's id and a key of the installation, the same
 * at every attempt; the database has its hash only.
 */
@Injectable()
export class ResetMailer implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly mail: PersonalMail,
    private readonly encryption: Encryption,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.jobs.register(PASSWORD_RESET_JOB, { run: ({ resetId }: { resetId: string }) => this.#run(resetId) });
  }

  async #run(resetId: string): Promise<void> {
    const { token, hash } = issueToken('reset', this.encryption.derive(`password reset ${resetId}`));
    const issued = await this.database.step(() => this.database.one(ISSUE, [resetId, hash]));
    if (!issued) return;
    const { email, name, locale, attempts, expires_at: expiresAt } = issued;
    const isDone = await this.mail.send({
      to: email,
      locale,
      letter: (words) => words.passwordReset({ name, minutes: MINUTES }),
      link: `${this.settings.publicUrl}/reset-password?token=${token}`,
      reference: resetId,
    });
    const next = new Date(this.clock.now().getTime() + (WAITS[attempts - 1] ?? Infinity));
    if (!isDone && next < new Date(expiresAt)) await this.database.step(() => this.jobs.enqueue(PASSWORD_RESET_JOB, { resetId }, { after: next }));
  }
}
