import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@kontor/contracts/locales';
import type { MailKind } from '@kontor/contracts/mail';
import type { Role } from '@kontor/contracts/permissions';
import { v7 as uuidv7 } from 'uuid';
import { Encryption } from '../access/encryption.ts';
import { Clock } from '../clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { Database } from '../database/database.ts';
import { Jobs } from '../jobs/jobs.ts';
import { ADD_MAILS, DROP_EXPIRED_LINKS, MAILED_ABOUT, UNFLOODED, WITHDRAW } from './mails.queries.ts';
import { Smtp } from './smtp.ts';
import type { MailContents } from './words/words.ts';

const HOUR_MS = 3_600_000;
/** A change of five hundred tickets is told once, not five hundred times. */
const MOST_AN_HOUR = 30;

/** The kind of job that hands one mail over. */
export const MAIL_JOB = 'mail';

export interface NewMail<Kind extends MailKind = MailKind> {
  kind: Kind;
  /** An address. */
  to: string;
  /** The member that it is for, where it is one. */
  userId?: string;
  locale: Locale;
  content: MailContents[Kind];
  /** Where its link leads, below the public address. */
  path?: string;
  /** A link that is a secret. Only who has at least `role`, could have given it, may be shown it, and only `until` then. */
  secretLink?: { url: string; until: string; role: Role };
  /** What it is about: a ticket, an invitation. */
  aboutId?: string;
}

/**
 * Mail as rows: written in the transaction of what it tells, sent by a job after its COMMIT, kept where no mail server is
 * configured.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly smtp: Smtp,
    private readonly encryption: Encryption,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** True where mail leaves at all. */
  get isSending(): boolean {
    return this.smtp.isConfigured;
  }

  /** @returns the ids of the mails, in their order */
  async put<Kind extends MailKind>(mails: readonly NewMail<Kind>[], follows: readonly string[] = []): Promise<string[]> {
    if (mails.length === 0) return [];
    const now = this.clock.now();
    if (mails.some(({ secretLink }) => secretLink)) await this.database.query(DROP_EXPIRED_LINKS, [now]);
    const rows = mails.map((mail) => ({ ...this.#row(mail), follows }));
    await this.database.query(ADD_MAILS, [JSON.stringify(rows), this.isSending ? 'queued' : 'kept', now]);
    if (this.isSending) for (const { id } of rows) await this.send(id);
    return rows.map(({ id }) => id);
  }

  /** Those of `userIds` who have not had so much mail in the last hour that more of it would only be noise. */
  async unflooded(userIds: readonly string[]): Promise<Set<string>> {
    const since = new Date(this.clock.now().getTime() - HOUR_MS);
    return new Set((await this.database.query(UNFLOODED, [userIds, since, MOST_AN_HOUR])).map(({ userId }) => userId));
  }

  /** As the next of a thread: behind what was mailed about the same to the same address before. */
  async follow<Kind extends MailKind>(mail: NewMail<Kind> & { aboutId: string }): Promise<void> {
    const before = await this.database.query(MAILED_ABOUT, [mail.aboutId, mail.kind, mail.to]);
    await this.put([mail], before.map(({ messageId }) => messageId).reverse());
  }

  /** What would lead to `aboutId` leads nowhere any more: its links are dropped, and what has not left is not sent. */
  async withdraw(aboutId: string): Promise<void> {
    await this.database.query(WITHDRAW, [aboutId]);
  }

  /** Has a queued mail sent after the COMMIT, or at `after`. */
  async send(mailId: string, after?: Date): Promise<void> {
    await this.jobs.enqueue(MAIL_JOB, { mailId }, { ...(after && { after }) });
  }

  #row({ kind, to, userId, locale, content, path, secretLink, aboutId }: NewMail) {
    const id = uuidv7();
    return {
      id,
      kind,
      recipient: to,
      user_id: userId ?? null,
      about_id: aboutId ?? null,
      locale,
      content: { ...content, ...(path !== undefined && { path }) },
      link: secretLink ? this.encryption.encrypt(Buffer.from(secretLink.url), linkPurpose(id)).toString('base64') : null,
      link_until: secretLink?.until ?? null,
      link_role: secretLink?.role ?? null,
      // Not the row's id: whoever answers it later must not be able to guess it.
      message_id: `<${randomUUID()}@${new URL(this.settings.publicUrl).hostname}>`,
    };
  }
}

/** What the link of a mail is encrypted for. */
export function linkPurpose(mailId: string): string {
  return `mail ${mailId}`;
}
