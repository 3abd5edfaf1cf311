import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { currentActor, currentContext } from '../../platform/context.ts';
import { Database } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/http/problems.ts';
import { preview } from '../preview.ts';
import { TicketChanges } from '../ticket-changes.ts';
import type { TicketBody } from '../ticket.shape.ts';
import { ADD_TAGS, CREATE_TICKET } from '../tickets.queries.ts';
import { CHOSEN, LINK, MOVE_CHOSEN, NEWEST_REPLY, STAND_IN_LINE } from './relations.queries.ts';
import type { SplitDto } from './relations.dto.ts';

/** One ticket becomes two: some of its messages are another matter. Merging the new one back is its undoing. */
@Injectable()
export class SplitService {
  constructor(
    private readonly database: Database,
    private readonly changes: TicketChanges,
  ) {}

  async split(id: string, { messageIds, subject }: SplitDto, seen: number | undefined): Promise<TicketBody> {
    await this.database.query(STAND_IN_LINE);
    const ticket = await this.changes.lockForEditing(id, seen);
    const chosen = await this.database.query(CHOSEN, [id, messageIds]);
    requireAll(messageIds, chosen);
    const { tags } = await this.changes.shown(id);
    const requesterId = chosen.find(({ contactId }) => contactId !== null)?.contactId ?? ticket.requesterId;
    const partId = uuidv7();
    const channel = currentContext().isFrontend ? 'web' : 'api';
    await this.database.query(CREATE_TICKET, [partId, subject, ticket.priority, null, requesterId, currentActor().userId, channel, ticket.teamId]);
    await this.database.query(ADD_TAGS, [partId, tags]);
    await this.database.query(MOVE_CHOSEN, [partId, messageIds]);
    await this.database.query(LINK, [partId, id, 'related']);
    const part = await this.changes.lock(partId, undefined);
    ticket.splitInto(part);
    for (const one of [ticket, part]) {
      const newest = await this.database.one(NEWEST_REPLY, [one.id]);
      one.preview = newest ? preview(newest.body) : null;
    }
    await this.changes.touch(ticket, 'ticket_split');
    return this.changes.touch(part, 'ticket_created');
  }
}

function requireAll(messageIds: readonly string[], chosen: readonly { id: string }[]): void {
  if (messageIds.length === 0) throw Invalid.field('/messageIds', 'REQUIRED', 'Choose at least one message.');
  const known = new Set(chosen.map(({ id }) => id));
  const unknown = messageIds.flatMap((id, place) => (known.has(id.toLowerCase()) ? [] : [place]));
  if (unknown.length === 0) return;
  throw new Invalid(unknown.map((place) => ({ pointer: `/messageIds/${place}`, code: 'NOT_FOUND', message: 'Is not a message of this ticket.' })));
}
