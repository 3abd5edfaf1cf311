import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { Jobs } from '../jobs/jobs.ts';
import { MailLetters } from './mail-letters.ts';
import { CLAIM, NOTE, TAKEN, type MailRow } from './mails.queries.ts';
import { MAIL_JOB, Outbox } from './outbox.ts';
import { RefusedForGood, Smtp } from './smtp.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** The wait after each attempt in vain; after the last one it has failed. A day in all: greylisting takes minutes, a broken server hours. */
const WAITS = [0.5, 2, 10, 30, 120, 360, 960].map((minutes) => minutes * MINUTE);
/** Beyond the time of a delivery: who has not noted what became of it by then is gone. */
const CLAIM_MS = MINUTE;

/** Hands mails over, each in three steps: claimed in a transaction, delivered outside any, noted in another. */
@Injectable()
export class MailSender implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly letters: MailLetters,
    private readonly smtp: Smtp,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(MAIL_JOB, { run: ({ mailId }: { mailId: string }) => this.#run(mailId), atOnce: 3 });
  }

  /**
   * A mail is handed over once, but for one doubt: where this process or its connection ends after the server took the
   * message and before that is noted, it goes out again, under the same Message-ID.
   */
  async #run(mailId: string): Promise<void> {
    const claimedAt = this.clock.now();
    const mail = await this.database.step(() => this.#claim(mailId, claimedAt));
    if (!mail) return;
    const failure = await this.#deliver(mail).then(
      () => undefined,
      (error: unknown) => error as Error,
    );
    await this.database.step(() => this.#note(mail, claimedAt, failure));
  }

  /** Undefined where there is nothing to do, or another process has it: then it is looked at again once that one must be done. */
  async #claim(mailId: string, now: Date): Promise<MailRow | undefined> {
    const claim = this.smtp.timeout + CLAIM_MS;
    const mail = await this.database.one(CLAIM, [mailId, now, new Date(now.getTime() - claim)]);
    if (mail) return mail;
    const [taken] = await this.database.query(TAKEN, [mailId]);
    if (taken) await this.outbox.send(mailId, new Date(Date.parse(taken.claimedAt) + claim + SECOND));
    return undefined;
  }

  async #deliver(mail: MailRow): Promise<void> {
    if (isOver(mail, this.clock.now())) throw new Withdrawn('Its link no longer held.');
    const { kind, content } = mail;
    await this.smtp.deliver({
      to: mail.recipient,
      ...(kind === 'reply' && { fromName: String(content.workspace) }),
      ...this.letters.whole(mail, true),
      messageId: mail.messageId,
      references: mail.follows,
      isAutomatic: kind !== 'reply',
    });
  }

  async #note({ id, attempts }: MailRow, claimedAt: Date, failure: Error | undefined): Promise<void> {
    const now = this.clock.now();
    const wait = failure instanceof RefusedForGood || failure instanceof Withdrawn ? undefined : WAITS[attempts - 1];
    const nextAt = failure && wait !== undefined ? new Date(now.getTime() + wait) : undefined;
    const state = failure === undefined ? 'sent' : failure instanceof Withdrawn ? 'withdrawn' : nextAt ? 'queued' : 'failed';
    await this.database.query(NOTE, [id, claimedAt, state, failure?.message ?? null, nextAt ?? null, now]);
    if (nextAt) await this.outbox.send(id, nextAt);
  }
}

/** What it was to lead to was gone before it left. */
class Withdrawn extends Error {}

function isOver({ link, linkUntil }: MailRow, now: Date): boolean {
  return linkUntil !== null && (link === null || new Date(linkUntil) <= now);
}
