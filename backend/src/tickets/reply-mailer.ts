import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Locale } from '@kontor/contracts/locales';
import { Database } from '../platform/database/database.ts';
import { sql } from '../platform/database/statement.ts';
import { Outbox } from '../platform/mail/outbox.ts';
import { TicketReactions } from './ticket-reactions.ts';
import type { MessageBody, TicketBody } from './ticket.shape.ts';

/** The workspace, where it mails replies at all. */
const MAILING = sql<{ name: string; locale: Locale }>('SELECT name, locale FROM tenants WHERE mails_replies');

/** Mails replies to the requester of their ticket. A note never leaves. */
@Injectable()
export class ReplyMailer implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly reactions: TicketReactions,
  ) {}

  onModuleInit(): void {
    this.reactions.react({ written: (ticket, message) => this.#written(ticket, message) });
  }

  async #written({ id, number, subject, requester }: TicketBody, { kind, body, author, attachments }: MessageBody): Promise<void> {
    // What a requester has written comes from them.
    if (kind !== 'reply' || author.type !== 'user' || !requester?.email) return;
    const workspace = await this.database.one(MAILING);
    if (!workspace) return;
    const content = { workspace: workspace.name, actor: author.name ?? '', number, subject, body, files: attachments.map(({ name }) => name) };
    await this.outbox.follow({ kind: 'reply', to: requester.email, locale: workspace.locale, content, aboutId: id });
  }
}
