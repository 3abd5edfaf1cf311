import { Injectable } from '@nestjs/common';
import type { MessageKind } from '@kontor/contracts/tickets';
import { currentActor } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import { Conflict, Invalid } from '../platform/http/problems.ts';
import { decodeCursor, encodeCursor, isInstant, page, type PageQuery } from '../platform/http/pagination.ts';
import { AttachmentsService } from './attachments/attachments.service.ts';
import { LAST_MESSAGE, MESSAGE_EXISTS, toldMessage, WRITTEN_SINCE } from './conversation.queries.ts';
import { MentionsService } from './mentions.service.ts';
import { PartiesService } from './parties.service.ts';
import { preview } from './preview.ts';
import { TicketChanges } from './ticket-changes.ts';
import { TicketReactions } from './ticket-reactions.ts';
import type { AnsweredBody, MessageBody, TimelinePageBody } from './ticket.shape.ts';
import type { NoteDto, ReplyDto, RequesterDto } from './tickets.dto.ts';
import { ADD_MESSAGE } from './tickets.queries.ts';
import { NEWEST, timelineEntry, timelineOf } from './timeline.queries.ts';

/** What is said on a ticket, and everything that happened to it in order. */
@Injectable()
export class ConversationService {
  constructor(
    private readonly database: Database,
    private readonly changes: TicketChanges,
    private readonly attachments: AttachmentsService,
    private readonly mentions: MentionsService,
    private readonly parties: PartiesService,
    private readonly reactions: TicketReactions,
  ) {}

  /** Newest first. */
  async timeline(ticketId: string, { limit, cursor }: PageQuery): Promise<TimelinePageBody> {
    const after = cursor === undefined ? NEWEST : decodeCursor('timeline', cursor, isInstant);
    const { statement, more } = timelineOf(currentActor());
    const [, rows, last] = await Promise.all([
      this.changes.read(ticketId),
      this.database.query(statement, [ticketId, after.value, after.id, limit + 1, ...more]),
      this.database.one(LAST_MESSAGE, [ticketId]),
    ]);
    const { items, nextCursor } = page(rows, limit, ({ at, id }) => encodeCursor('timeline', { value: at, id }));
    return { items: items.map(timelineEntry), nextCursor, lastMessageId: last?.id ?? null };
  }

  /** A public answer: the requester may read it. @throws Conflict STALE_REPLY with what others wrote since */
  reply(ticketId: string, reply: ReplyDto, seen: number | undefined): Promise<AnsweredBody> {
    return this.#say('reply', ticketId, reply, seen);
  }

  /** An internal note: it never leaves the workspace. @throws Conflict STALE_REPLY with what others wrote since */
  note(ticketId: string, note: NoteDto, seen: number | undefined): Promise<AnsweredBody> {
    return this.#say('note', ticketId, note, seen);
  }

  /** What a requester has written, by a way on which no member writes in their name. It opens what waited for them. */
  async hear(ticketId: string, from: RequesterDto, body: string): Promise<void> {
    const ticket = await this.changes.lockForEditing(ticketId, undefined);
    const contact = await this.parties.requireRequester(from);
    ticket.heard(preview(body), this.changes.now());
    const { id, createdAt } = (await this.database.one(ADD_MESSAGE, [ticketId, 'reply', null, contact.id, body]))!;
    const shown = await this.changes.touch(ticket, 'ticket_replied', id);
    const author = { type: 'contact', id: contact.id, name: contact.name } as const;
    await this.reactions.written(shown, { id, kind: 'reply', body, author, mentions: [], createdAt, attachments: [] });
  }

  async #say(kind: MessageKind, ticketId: string, { body, lastSeenMessageId, mentions, attachmentIds }: NoteDto, seen: number | undefined): Promise<AnsweredBody> {
    const { userId } = currentActor();
    const ticket = await this.changes.lockForEditing(ticketId, seen);
    // Under the lock: whoever wrote before us is seen, and nobody writes between this look and our own message.
    await this.#requireCurrent(ticketId, lastSeenMessageId);
    if (kind === 'reply') ticket.answered(preview(body), this.changes.now());
    const { id, createdAt, authorName } = (await this.database.one(ADD_MESSAGE, [ticketId, kind, userId, null, body]))!;
    const attachments = await this.attachments.claim(id, attachmentIds);
    const mentioned = kind === 'note' ? await this.mentions.add(ticket, id, body, mentions) : [];
    const shown = await this.changes.touch(ticket, kind === 'reply' ? 'ticket_replied' : 'ticket_noted', id);
    const author = { type: 'user', id: userId, name: authorName } as const;
    const message: MessageBody = { id, kind, body, author, mentions: mentioned, createdAt, attachments };
    await this.reactions.written(shown, message);
    return { message, ticket: shown };
  }

  /** @throws Conflict STALE_REPLY. Not asked where the caller does not say what was seen; null means that nothing was. */
  async #requireCurrent(ticketId: string, lastSeen: string | null | undefined): Promise<void> {
    if (lastSeen === undefined) return;
    const [since, known] = await Promise.all([
      this.database.query(WRITTEN_SINCE, [ticketId, lastSeen, currentActor().userId]),
      lastSeen === null ? [true] : this.database.query(MESSAGE_EXISTS, [lastSeen]),
    ]);
    if (known.length === 0) throw Invalid.field('/lastSeenMessageId', 'NOT_FOUND', 'Is not a message here.');
    if (since.length === 0) return;
    throw new Conflict('Others wrote since you last looked.', 'STALE_REPLY', { newMessages: since.map(toldMessage).reverse() });
  }
}
