import { Injectable } from '@nestjs/common';
import { MAIL_KINDS_OF_TICKETS } from '@kontor/contracts/mail';
import type { Locale } from '@kontor/contracts/locales';
import { isAtMost } from '@kontor/contracts/permissions';
import { Clock } from '../clock.ts';
import { currentActor } from '../context.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import type { Condition } from '../http/keyset.ts';
import { Conflict, NotFound } from '../http/problems.ts';
import type { PageOf } from '../http/shapes.ts';
import { MailLetters } from './mail-letters.ts';
import type { ListedMailBody, MailBody, SendingBody } from './mail.shape.ts';
import type { MailQuery } from './mails.dto.ts';
import { MAIL, MAILS, OF_NO_TICKET, REQUEUE, type MailRow } from './mails.queries.ts';
import { Outbox } from './outbox.ts';
import { Smtp } from './smtp.ts';

const ONESELF = sql<{ email: string; name: string; locale: Locale; workspace: string }>(`
  SELECT u.email, u.name, u.locale, w.name AS workspace FROM users u, tenants w WHERE u.id = $1 AND w.id = $2`);

/** The workspace's mail, as its owners and admins see it. */
@Injectable()
export class MailsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly letters: MailLetters,
    private readonly smtp: Smtp,
    private readonly clock: Clock,
  ) {}

  async list({ state, kind, ...query }: MailQuery): Promise<PageOf<ListedMailBody>> {
    const conditions: Condition[] = [
      ...(state ? [{ text: 'm.state = ?', values: [state] }] : []),
      ...(kind ? [{ text: 'm.kind = ?', values: [kind] }] : []),
      ...(seesTickets() ? [] : [OF_NO_TICKET]),
    ];
    const page = await MAILS(this.database, conditions, query);
    return { ...page, items: page.items.map((row) => ({ ...row, subject: this.letters.subject(row) })) };
  }

  async read(id: string): Promise<MailBody> {
    const mail = await this.database.one(MAIL, [id]);
    const isHidden = mail && !seesTickets() && (MAIL_KINDS_OF_TICKETS as readonly string[]).includes(mail.kind);
    if (!mail || isHidden) throw new NotFound();
    const link = this.#mayShow(mail) ? this.letters.secretLink(mail) : undefined;
    const { subject, text } = this.letters.whole(mail, link !== undefined);
    return { ...mail, subject, text, link: link ?? null };
  }

  sending(): SendingBody {
    return { isSending: this.smtp.isConfigured, sender: this.smtp.sender ?? null };
  }

  async test(): Promise<ListedMailBody> {
    const { userId, tenantId } = currentActor();
    const { email, name, locale, workspace } = (await this.database.one(ONESELF, [userId, tenantId]))!;
    const [id] = await this.outbox.put([{ kind: 'test', to: email, userId, locale, content: { workspace, actor: name } }]);
    return this.read(id!);
  }

  async retry(id: string): Promise<ListedMailBody> {
    await this.read(id);
    const { linkUntil, link } = (await this.database.one(MAIL, [id]))!;
    if (!this.smtp.isConfigured) throw new Conflict('No mail server is configured here.');
    if (linkUntil !== null && (link === null || !this.#isAhead(linkUntil))) throw new Conflict('Its link no longer holds. Invite anew.', 'GONE');
    const requeued = await this.database.one(REQUEUE, [id]);
    if (!requeued) throw new Conflict('Only what has failed or was kept can be tried again.');
    await this.outbox.send(id);
    return this.read(id);
  }

  /** A link makes a member of that role: nobody gives away more than their own. */
  #mayShow({ link, linkUntil, linkRole }: MailRow): boolean {
    return link !== null && linkUntil !== null && linkRole !== null && this.#isAhead(linkUntil) && isAtMost(linkRole, currentActor().role);
  }

  #isAhead(instant: string): boolean {
    return new Date(instant) > this.clock.now();
  }
}

function seesTickets(): boolean {
  return currentActor().visibility === 'all';
}
