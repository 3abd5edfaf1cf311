import { Injectable } from '@nestjs/common';
import type { MessageKind } from '@kontor/contracts/tickets';
import { Clock } from '../platform/clock.ts';
import { currentActor } from '../platform/context.ts';
import { Database } from '../platform/database/database.ts';
import { decodeCursor, encodeCursor, isInstant, page, type PageQuery } from '../platform/http/pagination.ts';
import type { PageOf } from '../platform/http/shapes.ts';
import { AttachmentsService } from './attachments/attachments.service.ts';
import { preview } from './preview.ts';
import { TicketChanges } from './ticket-changes.ts';
import type { AnsweredBody, TimelineEntryBody } from './ticket.shape.ts';
import type { MessageDto } from './tickets.dto.ts';
import { ADD_MESSAGE } from './tickets.queries.ts';
import { NEWEST, TIMELINE, timelineEntry } from './timeline.queries.ts';

/** What is said on a ticket, and everything that happened to it in order. */
@Injectable()
export class ConversationService {
  constructor(
    private readonly database: Database,
    private readonly changes: TicketChanges,
    private readonly attachments: AttachmentsService,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async timeline(ticketId: string, { limit, cursor }: PageQuery): Promise<PageOf<TimelineEntryBody>> {
    const after = cursor === undefined ? NEWEST : decodeCursor('timeline', cursor, isInstant);
    const [, rows] = await Promise.all([
      this.changes.read(ticketId),
      this.database.query(TIMELINE, [ticketId, after.value, after.id, limit + 1]),
    ]);
    const { items, nextCursor } = page(rows, limit, (last) => encodeCursor('timeline', { value: last.at, id: last.id }));
    return { items: items.map(timelineEntry), nextCursor };
  }

  /** A public answer: the requester may read it. */
  reply(ticketId: string, message: MessageDto, seen: number | undefined): Promise<AnsweredBody> {
    return this.#say('reply', ticketId, message, seen);
  }

  /** An internal note: it never leaves the workspace. */
  note(ticketId: string, message: MessageDto, seen: number | undefined): Promise<AnsweredBody> {
    return this.#say('note', ticketId, message, seen);
  }

  async #say(kind: MessageKind, ticketId: string, { body, attachmentIds }: MessageDto, seen: number | undefined): Promise<AnsweredBody> {
    const { userId } = currentActor();
    const ticket = await this.changes.lockForEditing(ticketId, seen);
    if (kind === 'reply') ticket.answered(preview(body), this.clock.now());
    const { id, createdAt, authorName } = (await this.database.one(ADD_MESSAGE, [ticketId, kind, userId, null, body]))!;
    const attachments = await this.attachments.claim(id, attachmentIds);
    const shown = await this.changes.touch(ticket, kind === 'reply' ? 'ticket_replied' : 'ticket_noted', id);
    return { message: { id, kind, body, author: { type: 'user', id: userId, name: authorName }, createdAt, attachments }, ticket: shown };
  }
}
